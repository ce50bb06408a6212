/** What is said about mistakes in a rule file. */
export const ruleErrors = {
  syntax: { zh: 'JSON 写法有误：{detail}', en: 'the JSON is not well formed: {detail}' },
  chinesePunctuation: {
    zh: '这里用了中文标点「{mark}」，JSON 里要用英文的 {plain}',
    en: 'Chinese punctuation "{mark}" stands here; JSON wants {plain}',
  },
  duplicateKey: {
    zh: '键 "{key}" 在同一处写了两次，请删去一个',
    en: 'the key "{key}" is given twice in one place; remove one',
  },
  duplicateId: {
    zh: '编号 "{id}" 已经用过（第{line}行）,请换一个',
    en: 'the id "{id}" is used already (line {line}); choose another',
  },
  unknownKey: { zh: '{path} 不认识 "{key}"。可用的键：{known}', en: '{path} has no key "{key}". Known keys: {known}' },
  unknownKeyNear: {
    zh: '{path} 不认识 "{key}",是不是 "{near}"?',
    en: '{path} has no key "{key}"; did you mean "{near}"?',
  },
  missingKey: { zh: '{path} 缺少 "{key}"', en: '{path} lacks "{key}"' },
  wrongType: { zh: '{path} 要写{type}，这里是 {value}', en: '{path} must be {typeEn}; this is {value}' },
  quotedNumber: {
    zh: '{path} 要写数字，这里是带引号的 {value}。写成 {bare}',
    en: '{path} must be a number; this is {value} in quotes. Write {bare}.',
  },
  notAllowed: { zh: '{path} 不能写 {value}。可写：{allowed}', en: '{path} cannot be {value}. It may be: {allowed}' },
  notAllowedNear: {
    zh: '{path} 不能写 {value}，是不是 "{near}"?可写：{allowed}',
    en: '{path} cannot be {value}; did you mean "{near}"? It may be: {allowed}',
  },
  outOfForm: { zh: '{path} 的值 {value} 不合要求：{detail}', en: 'the value {value} of {path} does not fit: {detail}' },
  noneFits: { zh: '{path} 的写法不对：{value}', en: '{path} is not of a form that is known: {value}' },
  unknownKind: {
    zh: '{path}.kind 要写 statement、quantity、part、element、check、manual 之一，这里是 {value}',
    en: '{path}.kind must be statement, quantity, part, element, check or manual; this is {value}',
  },
  unknownSource: {
    zh: '{path} 引用的依据 "{source}" 不在 sources 里',
    en: '{path} names the source "{source}", which is not among sources',
  },
  unknownFact: {
    zh: '{path} 引用的编号 "{id}" 没有这一条',
    en: '{path} names the requirement "{id}", which does not exist',
  },
  needsAny: {
    zh: '{path} 没有 any、by、with 等任何条件，会对所有报告成立',
    en: '{path} has no condition such as any, by or with, and would always hold',
  },
  empty: { zh: '文件是空的', en: 'the file is empty' },
  example: {
    zh: '{id} 的例句未通过，本条暂停使用：「{text}」应为 {expected}，实为 {actual}',
    en: 'an example of {id} fails, the requirement is suspended: "{text}" should be {expected} and is {actual}',
  },
  types: {
    string: { zh: '文字（加英文引号）', en: 'a text in quotes' },
    number: { zh: '数字', en: 'a number' },
    integer: { zh: '整数', en: 'a whole number' },
    boolean: { zh: 'true 或 false', en: 'true or false' },
    array: { zh: '列表 [ … ]', en: 'a list [ … ]' },
    object: { zh: '一组键值 { … }', en: 'an object { … }' },
  },
} as const;
