/** What is said to a person about the data folder: why it cannot be used, and what was found wrong in it. */
import type { Bilingual } from './bilingual.ts';

export const keepingWords = {
  unwritable: {
    zh: '数据文件夹“{folder}”无法写入（{reason}）。请检查文件夹的权限，或换一个文件夹。',
    en: 'The data folder “{folder}” cannot be written ({reason}). Check its permissions or choose another folder.',
  },
  full: {
    zh: '磁盘空间不足，没有保存，原有内容未受影响。请清理磁盘后再试。',
    en: 'The disk is full: nothing was saved and what was there is unharmed. Free some space and try again.',
  },
  locked: {
    zh: '数据文件夹“{folder}”正由另一个法鉴程序使用（进程号 {pid}）。请先关闭它，或换一个文件夹。',
    en: 'The data folder “{folder}” is in use by another Fajian (process {pid}). Close that one first or choose another folder.',
  },
  notFound: {
    zh: '没有编号为 {id} 的报告，可能已被移走。',
    en: 'There is no report {id}; it may have been removed.',
  },
  noOrgan: {
    zh: '名册中没有编号为 {id} 的单位，可能已被移走。',
    en: 'There is no unit {id} in the roster; it may have been removed.',
  },
  closed: { zh: '数据文件夹已经关闭。', en: 'The data folder has been closed.' },
  historyChanged: {
    zh: '报告 {id} 的复核记录只能增加，不能改动或删去。没有保存。',
    en: 'The review history of report {id} can only grow; nothing was saved.',
  },
  setAside: {
    zh: '记录“{file}”已损坏，改名为“{damaged}”另存；其余记录不受影响。',
    en: 'The record “{file}” is damaged and was set aside as “{damaged}”; the other records are unharmed.',
  },
  newer: {
    zh: '记录“{file}”由更新版本的法鉴写成，本版本读不了，已原样保留。',
    en: 'The record “{file}” was written by a newer Fajian; this one cannot read it and left it as it is.',
  },
  unreadable: {
    zh: '记录“{file}”读不出来（{reason}），已略过；其余记录不受影响。',
    en: 'The record “{file}” cannot be read ({reason}) and was passed over; the other records are unharmed.',
  },
  indexNotSaved: {
    zh: '目录文件没有保存（{reason}）。记录不受影响，下次启动时会重建目录。',
    en: 'The index was not saved ({reason}). The records are unharmed; it will be rebuilt at the next start.',
  },
  sameRuleSet: {
    zh: '这个文件的编号 "{id}" 与 {file} 相同，没有启用。备份请放到别的文件夹，或另取编号',
    en: 'this file has the same id "{id}" as {file} and is not in force; keep copies in another folder, or choose another id',
  },
  noRules: { zh: '没有编号为 {id} 的审核标准。', en: 'There is no rule set {id}.' },
  rulesUnwritable: {
    zh: '审核标准没有保存：文件夹“{folder}”无法写入（{reason}）。原文件未动。',
    en: 'The rule set was not saved: the folder “{folder}” cannot be written ({reason}). The file is as it was.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
