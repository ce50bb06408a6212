/** What the folder gives to others: bytes become text, or an error in words. */
export { documentLimit, isPlainText, readDocument } from './document.ts';
export { defaultLimit, readSource } from './source.ts';
export { type MediaType, type PageStart, ReadError, type ReadErrorCode, type SourceText } from './types.ts';
