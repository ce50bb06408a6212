/** Regular expressions as written. */
export const patterns: readonly string[];
