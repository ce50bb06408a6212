/** What the folder gives to others: bytes become text, or an error in words. */
export { defaultLimit, readSource } from './source.ts';
export { ReadError, type ReadErrorCode, type SourceText } from './types.ts';
