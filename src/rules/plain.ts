/** Reads a rule file that is plain JSON without the places of its values: enough, and much sooner, where there is nothing to tell. */

/** Deeper values are told by who knows their places. */
const deepest = 60;

/** The value; null where only a reading with places tells what is wrong with the writing, or reads it at all. */
export function plainJson(text: string): object | null {
  if (text.includes('\uFFFD')) return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Comments, or mistakes.
    return null;
  }
  if (value === null || typeof value !== 'object') return null;
  const keys = keysIn(value, 1);
  // A key that stands twice is lost in the value.
  return keys !== null && keys === keysWritten(text) ? value : null;
}

/** Keys of all objects in a value; null where it is too deep. */
function keysIn(value: object, depth: number): number | null {
  if (depth > deepest) return null;
  const inner: unknown[] = Array.isArray(value) ? value : Object.values(value);
  let keys = inner === value ? 0 : inner.length;
  for (const one of inner) {
    if (one === null || typeof one !== 'object') continue;
    const more = keysIn(one, depth + 1);
    if (more === null) return null;
    keys += more;
  }
  return keys;
}

/** Keys as sound JSON has them: texts before a colon. */
function keysWritten(text: string): number {
  const texts = /"[^"\\]*(?:\\.[^"\\]*)*"\s*:?/g;
  let keys = 0;
  while (texts.test(text)) if (text.charCodeAt(texts.lastIndex - 1) === colon) keys += 1;
  return keys;
}

const colon = 0x3a;
