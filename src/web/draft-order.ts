/** Which of several drafts that come at once is the later one, as far as their file names say so. */
import { readNumeral } from '../read/numerals.ts';

const final = /定稿|终稿|终版|定版|最终/;
const numbered = /第?([一二三四五六七八九十]+|\d{1,2})稿/;
const corrected = /修改|修订|修正|更正|补正|改后|最新/;
// Alone; within a name it may be part of a place's or of 新建文本文档.
const fresh = /新[版稿]|(?:^|[-_.\s([【])新(?:$|[-_.\s)\]】])|[\p{Script=Han}]新$/u;

/** 0 for a name that says nothing, more for a later draft. */
function lateness(fileName: string): number {
  const name = fileName
    .normalize('NFKC')
    .replace(/^.*[\\/]/, '')
    .replace(/\.[a-z]{2,4}$/i, '');
  if (final.test(name)) return 1000;
  const n = readNumeral(numbered.exec(name)?.[1] ?? '')?.value ?? 0;
  if (n > 1) return n;
  return corrected.test(name) || fresh.test(name) ? 2 : 0;
}

/** The files in the order of their drafts; those whose names say nothing of it stay before, in the order given. */
export function inDraftOrder<File>(files: readonly File[], nameOf: (file: File) => string): readonly File[] {
  return [...files].sort((one, other) => lateness(nameOf(one)) - lateness(nameOf(other)));
}
