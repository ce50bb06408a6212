/** The part of opencc-js that the tests use; the package ships no types. */
declare module 'opencc-js' {
  export function Converter(options: { from: string; to: string }): (text: string) => string;
}
