/** What a person does not see in a line of text: C0, DEL and C1 (with NUL), line separators, and the marks that reorder what is seen. */
export const UNSEEN = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
