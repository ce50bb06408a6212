/** What a page says when others changed meanwhile what a form was made from, or the program is gone, in both languages. */
import type { Bilingual } from './bilingual.ts';

export const staleTexts = {
  noAnswer: {
    zh: '程序没有回应：可能已经停止，或网络断开。本页填写的内容还在；确认程序在运行后，再试一次。',
    en: 'The program does not answer: it may have stopped, or the network is down. What you typed is still on this page; make sure that the program runs, then try again.',
  },
  staleTitle: { zh: '他人已先改动，没有保存', en: 'Others changed it meanwhile: nothing was saved' },
  staleText: {
    zh: '您打开这一页之后，别人改动了同一处。您填写的内容仍在下面；核对后再保存一次，就以您的为准。',
    en: 'After you opened this page somebody changed the same. What you typed is still below; compare, and save once more to let yours hold.',
  },
  staleMine: { zh: '您填写的', en: 'Yours' },
  staleTheirs: { zh: '现在的', en: 'As it is now' },
  staleDraft: {
    zh: '您打开页面之后又来了第{n}稿，没有按旧稿登记。请看过新稿再登记。',
    en: 'Draft {n} came in after you opened the page: nothing was recorded on the older one. Look at it first.',
  },
  placedLate: {
    zh: '有{n}份在您选定之前已由他人定了单位，您的选择没有采用，请核对登记表。',
    en: '{n} had been placed by somebody else before: your choice was not used, see the register.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
