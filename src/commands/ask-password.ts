/** Reads a password without showing it: typed twice at a terminal, or the first line of standard input. Never an argument. */
import type { Io } from './fail.ts';

/** Null where the two that were typed differ. */
export async function askPassword(question: string, again: string, io: Io): Promise<string | null> {
  const { stdin } = process;
  if (!stdin.isTTY) return (new TextDecoder().decode(await io.stdin()).split('\n')[0] ?? '').replace(/\r$/, '');
  const first = await typed(question);
  return first === '' || (await typed(again)) === first ? first : null;
}

/** One line typed at the terminal; nothing of it appears. Ctrl+C ends the program, as it would elsewhere. */
function typed(question: string): Promise<string> {
  const { stdin, stderr } = process;
  stderr.write(question);
  stdin.setRawMode(true);
  stdin.setEncoding('utf8');
  stdin.resume();
  return new Promise(resolve => {
    let line = '';
    const read = (keys: string): void => {
      // Arrow and function keys arrive as sequences that begin so.
      if (keys.startsWith('\u001b')) return;
      for (const key of keys) {
        if (key === '\r' || key === '\n' || key === '\u0004') {
          finish();
          return;
        }
        if (key === '\u0003') {
          stdin.setRawMode(false);
          process.exit(130);
        }
        if (key === '\u007f' || key === '\b') line = [...line].slice(0, -1).join('');
        else if (key === '\u0015') line = '';
        else if (key >= ' ') line += key;
      }
    };
    function finish(): void {
      stdin.off('data', read);
      stdin.setRawMode(false);
      stdin.pause();
      stderr.write('\n');
      resolve(line);
    }
    stdin.on('data', read);
  });
}
