/** How parts of a program are named for machines. */
export const KEY_PATTERN = /^[a-z][a-z0-9_]{0,63}$/;
