/** What is said while many files are checked. */
export const batchWords = {
  progress: {
    zh: '{done}/{total}（{percent}%）　每秒{rate}份　约剩{left}',
    en: '{done}/{total} ({percent}%)  {rate} a second  about {left} left',
  },
  seconds: { zh: '{s}秒', en: '{s} s' },
  minutes: { zh: '{m}分{s}秒', en: '{m} min {s} s' },
  hours: { zh: '{h}小时{m}分', en: '{h} h {m} min' },
  finished: {
    zh: '共{n}份，用时{time}；读不了{failed}份，沿用已有结果{kept}份',
    en: '{n} files in {time}; {failed} could not be read, {kept} results were there already',
  },
  interrupted: {
    zh: '已中断：完成{done}份，共{total}份。已写出的结果都是完整的。',
    en: 'Interrupted: {done} of {total} files done. What was written is complete.',
  },
  goOn: {
    zh: '用同样的命令加 --resume 可接着做。',
    en: 'The same command with --resume goes on.',
  },
  resumeNeedsOut: {
    zh: '--resume 要和 --out 一起用：从结果文件夹里接着做',
    en: '--resume needs --out: it goes on in the folder of results',
  },
  badJobs: {
    zh: '--jobs 要写 1 到 64 之间的数，这里是“{value}”',
    en: '--jobs must be a number from 1 to 64; this is "{value}"',
  },
  judgingFailed: {
    zh: '审核“{name}”时程序出错，其他文件不受影响。请把这份文件和下面的说明交给维护的人',
    en: 'The program failed while checking "{name}"; other files are not affected. Please give this file and the lines below to whoever maintains the program',
  },
} as const;
