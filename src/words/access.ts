/** What is said to a person who is not let in, or whose request is refused before any page sees it. */
import type { Bilingual } from './bilingual.ts';

/** Answers given before the pages are asked, as plain text. */
export const gateTexts = {
  foreignHost: { zh: '这个地址不是本工具的地址。', en: 'This is not an address of this tool.' },
  notFromProxy: {
    zh: '本工具只接受经代理服务器转来的请求。',
    en: 'This tool only takes requests that come through its proxy.',
  },
  unnamedProxy: {
    zh: '请求经过了代理服务器，而启动时没有指明它。请用 --behind-proxy 和 --origin 指明后再启动。',
    en: 'The request came through a proxy that was not named. Start the tool with --behind-proxy and --origin.',
  },
  badMethod: { zh: '不支持这种请求。', en: 'Requests of this kind are not supported.' },
  badRequest: { zh: '请求的写法不对。', en: 'The request is malformed.' },
  manyHeaders: { zh: '请求的头部字段太多。', en: 'The request has too many header fields.' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export const accessTexts = {
  forbiddenText: {
    zh: '这一操作只能从本工具的页面发出。请从台账重新进入后再试。',
    en: 'This can only be done from the pages of this tool. Open it from the register and try again.',
  },
  formTooLargeText: {
    zh: '填写的内容超过 {most} MB，没有保存。请分几次填写。',
    en: 'What was sent is larger than {most} MB and was not saved. Send it in several parts.',
  },
  tooManyFilesTitle: { zh: '文件太多', en: 'Too many files' },
  tooManyFilesText: {
    zh: '一次最多导入 {most} 个文件，这次有 {n} 个，都没有存入。请分几次导入。',
    en: 'At most {most} files at once; these were {n}, and none was stored. Add them in several parts.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
