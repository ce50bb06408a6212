/** What is said about mistakes in a phrase that says more than where the grammar breaks. */
export const phraseErrors = {
  dots: { zh: '「{mark}」不是短语的记号，请写成 {plain}', en: '"{mark}" cannot stand here; write {plain}' },
  openBar: {
    zh: '「|」只能用在 ( ) 或 [ ] 里；这条短语的括号不成对，请补上缺的括号',
    en: '"|" belongs inside ( ) or [ ]; a bracket of this phrase lacks its pair',
  },
  noBar: {
    zh: '「|」只能用在 ( ) 或 [ ] 里，写成 ({phrase})',
    en: '"|" belongs inside ( ) or [ ]; write ({phrase})',
  },
  emptyChoice: {
    zh: '空的选项；可有可无的字写在 [ ] 里',
    en: 'an empty alternative; what may be left out stands in [ ]',
  },
  gapAtEnd: {
    zh: '短语「{phrase}」不能以「…」开头或结尾，写成 {bare}',
    en: 'Phrase "{phrase}" must not begin or end with "…"; write {bare}',
  },
  gapTooWide: {
    zh: '间隔最多{most}字，这里写了{found}；写成 …{most}…',
    en: 'a gap is at most {most} characters, this says {found}; write …{most}…',
  },
  digitsInGap: {
    zh: '间隔最多{most}字，这里写了{found}；要表示数字本身，写成「{found}」，保留两边的「」',
    en: 'a gap is at most {most} characters, this says {found}; to mean the digits themselves put them in 「」; write 「{found}」',
  },
  gapInWords: {
    zh: '间隔的字数写阿拉伯数字，写成 …{size}…；要表示这几个字本身，写成「{said}」，保留两边的「」',
    en: 'the length of a gap is written in digits (to mean the characters themselves write 「{said}」); write …{size}…',
  },
  percentSlot: {
    zh: '<{body}> 对不上比率：<n…> 只找数量。写成 <rate>',
    en: '<{body}> finds no rate: <n…> finds counts only. Write <rate>',
  },
  noTerm: {
    zh: '没有名为「{name}」的词表（terms）。已有：{known}',
    en: 'no term list is named "{name}". Known: {known}',
  },
  emptyTerm: {
    zh: '词表「{name}」是空的，这条短语什么也对不上。请在 terms 里给它加上几条',
    en: 'the term list "{name}" is empty, so the phrase finds nothing; add entries to it under terms',
  },
  noTermNear: {
    zh: '没有名为「{name}」的词表（terms），是不是「{near}」？写成 {put}',
    en: 'no term list is named "{name}"; write {put}',
  },
  slotUnit: { zh: '不认识的 <{body}>；数量写成 <n{body}>', en: 'unknown <{body}>; write <n{body}>' },
  slot: {
    zh: '不认识的 <{body}>；可写 <n件>、<n>、<rate>、<date>、<doc 工作要点>',
    en: 'unknown <{body}>; it may be <n件>, <n>, <rate>, <date> or <doc 工作要点>',
  },
  tooLong: { zh: '展开后太长', en: 'too long once its terms are put in' },
  restOfNothing: {
    zh: '单独一项「…」表示基础文件里这个列表的各项；这里没有可以接着用的列表，请删去',
    en: 'an entry "…" alone stands for the entries of this list in the file this one builds on; there is no such list here, remove it',
  },
} as const;
