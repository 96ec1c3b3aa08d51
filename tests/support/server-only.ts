// Stands in for the package `server-only`.
export {};
