/** The code by which a system names an error. */

/** `ENOENT` and the like; an empty string for an error that has no code. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
