/** What a tutorial tells its reader to do, read from its fenced blocks: commands with their output, and changes of files. */

export type Step =
  | { readonly kind: 'command'; readonly line: number; readonly command: string; readonly output: readonly string[] }
  | { readonly kind: 'change'; readonly line: number; readonly file: string; readonly lines: readonly string[] };

/** ```` ```console ```` holds commands after `$ `, each with its output; ```` ```diff FILE ```` changes a file. */
export function stepsOf(markdown: string): Step[] {
  const steps: Step[] = [];
  const lines = markdown.split('\n');
  for (let index = 0; index < lines.length; index += 1) {
    const [, kind, file] = /^```(console|diff)(?: (\S+))?$/.exec(lines[index] ?? '') ?? [];
    if (kind === undefined) continue;
    const end = lines.indexOf('```', index);
    const body = lines.slice(index + 1, end);
    if (kind === 'diff') steps.push({ kind: 'change', line: index + 1, file: file ?? '', lines: body });
    else steps.push(...commandsOf(body, index + 2));
    index = end;
  }
  return steps;
}

function commandsOf(body: readonly string[], first: number): Step[] {
  const starts = body.flatMap((text, index) => (text.startsWith('$ ') ? [index] : []));
  return starts.map((start, n) => ({
    kind: 'command',
    line: first + start,
    command: (body[start] ?? '').slice(2),
    output: body.slice(start + 1, starts[n + 1] ?? body.length),
  }));
}

/** The text after the change; its lines that stay or go must stand in the text once, one after the other. */
export function changed(text: string, change: readonly string[]): string {
  const side = (left: string): string[] => change.filter(line => !line.startsWith(left)).map(line => line.slice(1));
  const [before, after] = [side('+').join('\n'), side('-').join('\n')];
  const parts = text.split(before);
  if (parts.length !== 2) throw new Error(`these lines stand ${parts.length - 1} times in the file:\n${before}`);
  return parts.join(after);
}

/** Printed lines as a tutorial shows them: a line `…` stands for any lines, … inside a line for any part of it. */
export function shownAs(output: readonly string[]): RegExp {
  const pattern = output.map(line =>
    line.trim() === '…' ? '(?:.*\\n)*?' : `${line.split('…').map(escaped).join('.*')}\\n`,
  );
  return new RegExp(`^${pattern.join('')}$`);
}

const escaped = (text: string): string => text.trimEnd().replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
