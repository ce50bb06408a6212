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
  readOnly: {
    zh: '数据文件夹“{folder}”所在的磁盘是只读的（{reason}），没有保存，原有内容未受影响。请改为可写，或换一个文件夹。',
    en: 'The disk of the data folder “{folder}” is read-only ({reason}): nothing was saved and what was there is unharmed. Make it writable or choose another folder.',
  },
  gone: {
    zh: '数据文件夹“{folder}”不见了：可能已被删除、改名或移走，或者所在的盘已断开。现在读不到内容，也没有保存。请把它放回原处（例如从回收站还原，或重新接上那个盘），再试一次，不必重启。找不回来时，请先停止程序再启动，它会建一个空的数据文件夹；有备份的，再用 fajian restore 恢复。',
    en: 'The data folder “{folder}” is gone: deleted, renamed or moved, or its drive is no longer connected. Nothing can be read from it, and nothing was saved. Put it back where it was (from the recycle bin, or connect the drive again) and try again; the program need not be restarted. If it cannot be found, stop the program and start it again: it makes an empty data folder, and fajian restore brings a backup back.',
  },
  unsure: {
    zh: '磁盘出错（{reason}），不能确认这次是否已经存妥。请重新打开页面核对，并尽快备份、检查磁盘。',
    en: 'The disk failed ({reason}) and it is not certain that this was saved. Open the page again to see what holds, make a backup and check the disk.',
  },
  locked: {
    zh: '数据文件夹“{folder}”正由另一个法鉴程序使用（电脑 {host}，进程号 {pid}，{since} 起）。请先关闭它，或换一个文件夹。',
    en: 'The data folder “{folder}” is in use by another Fajian (computer {host}, process {pid}, since {since}). Close that one first or choose another folder.',
  },
  lockedElsewhere: {
    zh: '数据文件夹“{folder}”正由电脑 {host} 上的法鉴程序使用（进程号 {pid}，{since} 起），本机无法判断它是否还在运行。请先在那台电脑上关闭它；如果它已经结束，或者这个文件夹是复制来的，请删除其中的 owner.lock 后再启动。',
    en: 'The data folder “{folder}” is in use by a Fajian on the computer {host} (process {pid}, since {since}); from here nobody can tell whether it still runs. Close it there first. If it has ended, or this folder is a copy, delete owner.lock in it and start again.',
  },
  lost: {
    zh: '数据文件夹“{folder}”已由另一个法鉴程序接管，没有保存。请关闭本程序，改用那一个。',
    en: 'The data folder “{folder}” was taken over by another Fajian: nothing was saved. Close this one and use the other.',
  },
  busy: {
    zh: '同时进行的操作太多，这一次没有保存。请稍后再试。',
    en: 'Too much is going on at once: nothing was saved this time. Try again in a moment.',
  },
  noBackup: {
    zh: '“{file}”不是法鉴的备份文件，或者打不开。没有恢复，原有内容未动。',
    en: '“{file}” is no backup of Fajian or cannot be opened. Nothing was restored and nothing has changed.',
  },
  damagedBackup: {
    zh: '备份文件“{file}”已损坏或不完整。没有恢复，原有内容未动。',
    en: 'The backup “{file}” is damaged or not whole. Nothing was restored and nothing has changed.',
  },
  newerBackup: {
    zh: '“{file}”由更新版本的法鉴写成，本版本读不了。没有恢复，原有内容未动。请用新版本恢复。',
    en: '“{file}” was written by a newer Fajian, which this one cannot read. Nothing was restored and nothing has changed. Restore it with the newer one.',
  },
  orderFailed: {
    zh: '正在运行的法鉴没有完成这次操作（{reason}），原有内容未动。请查看它的日志后再试。',
    en: 'The running Fajian did not finish this ({reason}) and nothing has changed. See its log and try again.',
  },
  backupTooMany: {
    zh: '数据文件夹里的文件超过 {most} 个，一个备份文件装不下。请先关闭程序，再把整个文件夹复制一份。',
    en: 'The data folder holds more than {most} files, which one backup cannot take. Stop the program and copy the whole folder instead.',
  },
  replaced: {
    zh: '数据刚刚由备份恢复，这次改动依据的是恢复前的内容，没有保存。请重新打开页面后再改。',
    en: 'The data was just restored from a backup and this change was made from what was there before: nothing was saved. Open the page again and repeat it.',
  },
  notFound: {
    zh: '没有编号为 {id} 的报告，可能已被移走。',
    en: 'There is no report {id}; it may have been removed.',
  },
  noOrgan: {
    zh: '名册中没有编号为 {id} 的单位，可能已被移走。',
    en: 'There is no unit {id} in the roster; it may have been removed.',
  },
  accountsDamaged: {
    zh: '用户文件“{file}”已损坏，或由更新版本的法鉴写成，谁也不能登录。请用备份换回，或移走它后重新添加用户。',
    en: 'The file of accounts “{file}” is damaged or of a newer Fajian, and nobody can sign in. Put a copy in its place, or move it away and add the users again.',
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
  notBroughtForward: {
    zh: '记录“{file}”是旧格式，暂时没能改存为新格式（{reason}），不影响使用，下次启动时再试。',
    en: 'The record “{file}” has an older form and could not be rewritten yet ({reason}). It can be used; the next start tries again.',
  },
  markedFile: {
    zh: '记录“{file}”开头有字节顺序标记（多半是用别的编辑器保存过）。原文件另存为“{damaged}”，内容完整，照常使用。',
    en: 'The record “{file}” began with a byte order mark, as some editors write it. It was set aside as “{damaged}”; its content is whole and in use.',
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
