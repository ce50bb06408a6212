/** What is said about mistakes in a rule file: what is wrong, and what to write. */
export const syntaxErrors = {
  chineseMark: {
    zh: '这里的「{mark}」要换成英文的 {plain}',
    en: '"{mark}" cannot stand here; write {plain}',
  },
  blank: {
    zh: '这里有一个全角空格，请换成普通空格或删去',
    en: 'a full-width blank stands here; use an ordinary one or remove it',
  },
  unpaired: {
    zh: '这一行的英文引号不成对，请逐个核对每段文字前后的引号',
    en: 'the English quotes of this line do not pair; check the quotes before and after each text',
  },
  innerQuotes: {
    zh: '文字里又出现了英文引号，文字在前一个引号处就断了。文字里的引号请用“”，或写成 \\"',
    en: 'an English quote inside a text ends it early. Inside a text write “” or \\"',
  },
  bareWord: {
    zh: '这里写着 {word}。文字两边要加英文引号，写成 "{word}"',
    en: 'this says {word}. A text stands in English quotes; write "{word}"',
  },
  joinLines: {
    zh: '一段文字要写在同一行，请把下一行接上来',
    en: 'a text stands on one line; join the next line to it',
  },
  singleQuotes: {
    zh: '文字两边要用英文双引号，写成 {text}',
    en: 'a text stands in double quotes; write {text}',
  },
  openText: {
    zh: '{text} 这段文字没有用英文引号收尾；一段文字要写在同一行，末尾加 "',
    en: 'the text {text} is not closed on its line; end it with "',
  },
  extra: {
    zh: '这里多了一个 {token}，请删去',
    en: 'one {token} too many stands here; remove {token}',
  },
  repeated: {
    zh: '这里把前一项又写了一遍，请删去',
    en: 'what stands before is repeated here; remove it',
  },
  closeQuote: { zh: '前面的文字到这里要用英文引号收尾，请补上 "', en: 'the text before is not closed here; add "' },
  openQuote: { zh: '{word} 前面缺英文引号，请补上 "', en: 'a quote lacks before {word}; add "' },
  lacksBracket: { zh: '这里缺一个 {bracket}，请补上', en: 'a {bracket} lacks here; add {bracket}' },
  otherBracket: { zh: '这里的 {found} 要写成 {bracket}', en: '"{found}" cannot stand here; write {bracket}' },
  comma: { zh: '这里缺一个逗号，请补上英文的 ,', en: 'a comma lacks here; add ,' },
  colon: { zh: '键名后面缺冒号，请补上英文的 :', en: 'a colon lacks after the key; add :' },
  close: {
    zh: '这里缺 {close}，与第{line}行的 {open} 配对',
    en: 'a {close} lacks here, for the {open} of line {line}',
  },
  key: {
    zh: '这里要写键名（加英文引号），如 "points"；上一项后面的逗号可能多了',
    en: 'a key in quotes must stand here, such as "points"; perhaps there is a comma too many',
  },
  value: {
    zh: '这里缺内容，请写上文字（加英文引号）、数字、[ … ] 或 { … }',
    en: 'a value lacks here; write a text in quotes, a number, [ … ] or { … }',
  },
  cutOff: {
    zh: '文件到这里就断了，还有 {n} 层括号没有合上，后面的内容可能丢了。请从备份或“历次版本”恢复',
    en: 'the file breaks off here with {n} brackets open; what follows may be lost. Restore it from a copy or from its versions',
  },
  more: {
    zh: '从这里起可能还有错误，没有再列。请先改正上面各处，再检查一次',
    en: 'from here on there may be more mistakes, which are not listed; correct those above and check again',
  },
  tooMuch: {
    zh: '文件到这里之前已经完整，请删去多余的 {token}',
    en: 'the file is complete before this; remove {token}',
  },
  openComment: { zh: '说明文字 /* 没有用 */ 收尾', en: 'the comment /* is not closed; end it with */' },
  escape: {
    zh: '反斜杠后面的字符不对；要写反斜杠本身，写成 \\\\',
    en: 'a wrong character follows the backslash; for the backslash itself write \\\\',
  },
  control: {
    zh: '文字里有制表符之类看不见的字符，请删去',
    en: 'a tab or another invisible character stands in the text; remove it',
  },
  unitAfter: {
    zh: '数字后面不写单位，请删去 {unit}',
    en: 'no unit stands behind a number; remove {unit}',
  },
  thousands: {
    zh: '数字中间不能有逗号，请删去 ,',
    en: 'no comma can stand inside a number; remove ,',
  },
  plainNumber: { zh: '这里的 {word} 要写成 {plain}', en: 'this says {word}; write {plain}' },
  hash: {
    zh: '说明文字用 // 开头，不用 {mark}；这里的 {mark} 要换成 //',
    en: 'a comment begins with // and not with {mark}; write // for {mark}',
  },
  valueLike: { zh: '"{key}" 后面缺内容，例如写 {like}', en: 'a value lacks behind "{key}", for example; write {like}' },
  number: { zh: '数字 {text} 的写法不对；写成 5 或 2.5', en: 'the number {text} is not well formed; write 5 or 2.5' },
  other: { zh: '这里不合 JSON 的写法（{detail}）', en: 'the JSON is not well formed here ({detail})' },
} as const;

export const ruleErrors = {
  file: { zh: '文件', en: 'the file' },
  duplicateKey: {
    zh: '键 "{key}" 在同一处写了两次，请删去一个',
    en: 'the key "{key}" is given twice in one place; remove one',
  },
  duplicateId: {
    zh: '编号 "{id}" 已经用过（第{line}行），请换一个',
    en: 'the id "{id}" is used already (line {line}); choose another',
  },
  duplicateGroup: {
    zh: '组 "{id}" 前面已经有了（第{line}行），请把要点并到那一组，或另取一个编号',
    en: 'there is a group "{id}" already (line {line}); move the requirements there, or choose another id',
  },
  yearsTurned: {
    zh: '{path} 从 {from} 年到 {to} 年，没有一个年度：写反了，请对调',
    en: '{path} runs from {from} to {to} and holds no year; let the two change places',
  },
  lastWhen: {
    zh: '最后一个结论不能写 "when"：前面各项都不符合时要有一个结论。请去掉，或在后面再加一项',
    en: 'the last outcome cannot have "when": one must hold where no other does. Remove it, or add another outcome behind',
  },
  noWhen: {
    zh: '{path} 没有写 "when"，排在它后面的结论永远用不到。请补上，或移到最后',
    en: '{path} has no "when", so those behind it are never reached; add it, or move this outcome to the end',
  },
  needsDate: {
    zh: '{path} 没有写时限。请补上 "date": { "by": "03-31", "grace": "06-30" }',
    en: '{path} names no day; add "date": { "by": "03-31", "grace": "06-30" }',
  },
  noSuchDay: { zh: '{path} 的 "{day}" 没有这一天', en: '{path} is "{day}", and there is no such day' },
  graceBefore: {
    zh: '{path} 的 "{grace}" 早于 "by" 的 "{by}"；grace 是之后放宽到的一天',
    en: '{path} is "{grace}", before "by" ("{by}"); grace is the later day',
  },
  bareSlot: {
    zh: '短语「{phrase}」没有固定的字，报告里随便一个都算。请写上说的是什么，如 办理…<n件>、合格率<rate>',
    en: 'the phrase "{phrase}" has no fixed characters: any such figure of a report counts. Say of what, such as 办理…<n件> or 合格率<rate>',
  },
  coveredNot: {
    zh: '不算的短语「{phrase}」不起作用：凡是有它的地方，「{other}」已经排除了。请删去其中一个',
    en: 'the excluded phrase "{phrase}" has no effect: "{other}" excludes wherever it stands. Remove one of the two',
  },
  slashInBrackets: {
    zh: '短语「{phrase}」括号里的几个说法之间用 | 隔开，写成 {written}；要表示报告里的斜线，写成「/」并保留两边的「」',
    en: 'alternatives in the phrase "{phrase}" are set apart by |; write {written}. For a slash that stands in the report write 「/」',
  },
  termInBrackets: {
    zh: '短语「{phrase}」里的 〔{name}〕 是页面上显示词表的样子，短语里要写成 {written}',
    en: '〔{name}〕 in the phrase "{phrase}" is how a term list is shown; in a phrase write {written}',
  },
  unknownKey: {
    zh: '{path} 不认识 "{key}"。可用的键：{known}',
    en: '{path} has no key "{key}". Known keys: {knownEn}',
  },
  unknownKeyNear: {
    zh: '{path} 不认识 "{key}"，是不是 "{near}"？',
    en: '{path} has no key "{key}"; did you mean "{near}"?',
  },
  keyOfKind: {
    zh: '{path} 这一类没有 "{key}"（{kinds} 类才有）。可用的键：{known}',
    en: '{path} has no key "{key}": it belongs to {kinds}. Known keys: {knownEn}',
  },
  missingKey: { zh: '{path} 缺少 {keys}，请补上', en: '{path} lacks {keysEn}; add it' },
  wrongType: { zh: '{path} 要写{type}，这里是 {value}', en: '{path} must be {typeEn}; this is {value}' },
  quoted: {
    zh: '{path} 要写{type}，这里是带引号的 {value}。写成 {bare}',
    en: '{path} must be {typeEn}; this is {value} in quotes. Write {bare}.',
  },
  unlisted: {
    zh: '{path} 要写列表，这里只有一段文字。写成 [{value}]',
    en: '{path} must be a list; this is one text. Write [{value}].',
  },
  notAllowed: { zh: '{path} 不能写 {value}。可写：{allowed}', en: '{path} cannot be {value}. It may be: {allowedEn}' },
  notAllowedNear: {
    zh: '{path} 不能写 {value}，是不是 "{near}"？可写：{allowed}',
    en: '{path} cannot be {value}; did you mean "{near}"? It may be: {allowedEn}',
  },
  form: {
    zh: '{path} 的 {value} 不合要求：{wanted}',
    en: '{path} cannot be {value}: {wanted}',
  },
  formWrite: {
    zh: '{path} 的 {value} 要写成“月-日”。写成 {written}',
    en: '{path} must be month and day; this is {value}. Write {written}.',
  },
  forms: {
    minimum: { zh: '不能小于 {limit}', en: 'it must be {limit} or more' },
    maximum: { zh: '不能大于 {limit}', en: 'it must be {limit} or less' },
    minItems: { zh: '至少要有 {limit} 项', en: 'it needs at least {limit}' },
    minLength: { zh: '不能是空的', en: 'it must not be empty' },
    id: {
      zh: '编号用小写英文字母开头，可有数字、连字符和点，如 lit.appearance',
      en: 'an identifier is of small letters, digits, hyphens and dots, such as lit.appearance',
    },
    day: { zh: '写成“月-日”，如 03-31', en: 'write month and day, such as 03-31' },
  },
  noneFits: { zh: '{path} 要写{forms}，这里是 {value}', en: '{path} must be {formsEn}; this is {value}' },
  or: { zh: '或', en: ' or ' },
  missingKind: {
    zh: '{path} 缺少 "kind"。请写 {known} 之一',
    en: '{path} lacks "kind"; add one of {known}',
  },
  unknownKind: {
    zh: '{path}.kind 不能写 {value}。可写：{known}',
    en: '{path}.kind cannot be {value}. It may be: {known}',
  },
  unknownKindNear: {
    zh: '{path}.kind 不能写 {value}，是不是 "{near}"？可写：{known}',
    en: '{path}.kind cannot be {value}; did you mean "{near}"? It may be: {known}',
  },
  unknownSource: {
    zh: '{path} 引用的依据 "{source}" 不在 sources 里。已有：{known}',
    en: '{path} names the source "{source}", which is not among sources. Known: {known}',
  },
  unknownPower: {
    zh: '{path} 引用的职权 "{power}" 不在 powers 里，请先在 powers 里写明；不写，本条永远不涉及',
    en: '{path} names the power "{power}", which is not among powers; define it there, or the requirement never applies',
  },
  unknownFact: {
    zh: '{path} 引用的编号 "{id}" 没有这一条',
    en: '{path} names the requirement "{id}", which does not exist',
  },
  needsAny: {
    zh: '{path} 没有 any、by 或 or，任何报告都不会“已写明”。请补上 "any": [ … ]',
    en: '{path} has neither any, by nor or, and no report could meet it; add "any": [ … ]',
  },
  needsHeading: {
    zh: '{path} 没有 headings 也没有 topics，不知道看什么。请补上 "headings": [ … ]',
    en: '{path} has neither headings nor topics; add "headings": [ … ]',
  },
  needsRows: {
    zh: '{path} 没有 rows 也没有 columns，不知道看哪些格子。请补上 "rows": [ … ]',
    en: '{path} has neither rows nor columns; add "rows": [ … ]',
  },
  loneBracket: {
    zh: '短语「{phrase}」里的括号只有一个选项，括号不起作用。要表示报告里的括号，写成「{bracket}」并保留两边的「」',
    en: 'the ( ) in the phrase "{phrase}" holds one alternative only and does nothing. For brackets that stand in the report write 「{bracket}」',
  },
  charset: {
    zh: '文件的编码是 {charset}，已照此读入。请用编辑器另存为 UTF-8，免得别的软件读成乱码',
    en: 'the file is in {charset} and was read so; save it as UTF-8 in your editor, other programs may read it wrongly',
  },
  unreadable: {
    zh: '这里有读不出的字（文件可能用不同的编码存过）。请重新输入这几个字，再另存为 UTF-8',
    en: 'characters here cannot be read (the file may have been saved in two charsets); type them again and save as UTF-8',
  },
  tooLong: {
    zh: '文件有 {size} 万字，超过上限（{most} 万字）。请拆成几个文件',
    en: 'the file has {size}0,000 characters and more than {most}0,000 are not read; split it into several',
  },
  tooDeep: {
    zh: '括号套了 {most} 层以上，请检查这里是不是多写了 [ 或 {',
    en: 'brackets stand in one another more than {most} deep; look for a [ or { too many here',
  },
  tooManyPhrases: {
    zh: '短语把词表代入后共有 {found} 节以上，超过上限（{most}）。请减少短语或缩短词表',
    en: 'with their term lists put in, the phrases have more than {most} pieces; remove phrases or shorten the lists',
  },
  otherFormat: {
    zh: '这是 {format} 文件，不是 JSON。请用记事本等文本编辑器写审核标准，保存为 .json',
    en: 'this is a {format} file and not JSON; write the rule set in a plain text editor and save it as .json',
  },
  misplaced: {
    zh: '这是一条审核要点，要放进某一组的 "requirements": [ … ] 里',
    en: 'this is a requirement; it stands in the "requirements": [ … ] of a group',
  },
  termMeant: {
    zh: '没有短语用到词表「{name}」，短语里写的是「{near}」。写成 "{near}"',
    en: 'no phrase uses the term list "{name}", phrases say "{near}"; write "{near}"',
  },
  termUnused: {
    zh: '没有短语用到词表「{name}」。要用，就在短语里写 {{name}}；不用，就删去',
    en: 'no phrase uses the term list "{name}": write {{name}} in a phrase to use it, or remove it',
  },
  prose: {
    zh: '这里是“{said}”，不是审核标准：审核标准文件从 { 开始',
    en: 'this is "{said}", no rule set: a rule file begins with {',
  },
  spreadsheet: {
    zh: '这个文件像是用表格软件（Excel、WPS 表格）存过的，每行多了一层引号。请从备份恢复，再用记事本等文本编辑器改',
    en: 'the file seems to have been saved by a spreadsheet, which put each line in quotes; restore it from a copy and edit it in a plain text editor',
  },
  empty: {
    zh: '文件是空的。请从备份恢复，或从一份完整的审核标准改起',
    en: 'the file is empty; restore it from a copy, or start from a whole rule set',
  },
  example: {
    zh: '{id} 的例句未通过，本条暂停使用：「{text}」应为 {expected}，实为 {actual}{why}',
    en: 'an example of {id} fails, the requirement is suspended: "{text}" should be {expected} and is {actual}{why}',
  },
  types: {
    string: { zh: '文字（加英文引号）', en: 'a text in quotes' },
    number: { zh: '数字', en: 'a number' },
    integer: { zh: '整数', en: 'a whole number' },
    boolean: { zh: ' true 或 false', en: 'true or false' },
    array: { zh: '列表 [ … ]', en: 'a list [ … ]' },
    object: { zh: '一组键值 { … }', en: 'an object { … }' },
    null: { zh: ' null', en: 'null' },
  },
} as const;

/** Why an example came out otherwise than its list says. */
export const exampleWords = {
  because: { zh: '。原因：{why}', en: ': {why}' },
  counted: { zh: '算到的是「{quote}」', en: 'what counts is "{quote}"' },
  near: { zh: '「{quote}」没有算，{why}', en: '"{quote}" does not count, {why}' },
  nothing: { zh: '没有找到本条的任何说法', en: 'none of its wordings stands there' },
  level: {
    zh: '{why}。例句没有写 "level" 的按县级判断，请写成 {written}',
    en: '{why}. An example without "level" is judged as of a county; write {written}',
  },
} as const;

/** Mistakes of a file that builds on another. */
export const extendErrors = {
  namesBase: {
    zh: '不认识 "{key}"；要以另一个审核标准文件为基础，写 "extends"',
    en: 'there is no key "{key}"; to build on another rule file, write "extends"',
  },
  notRelative: {
    zh: 'extends 要写另一个审核标准文件相对于本文件的位置，如 "./fazhi-annual-report.json"',
    en: 'extends must name another rule file by its place beside this one, such as "./fazhi-annual-report.json"',
  },
  missing: {
    zh: 'extends 指的文件 {path} 找不到，请核对文件名和所在文件夹',
    en: 'the file {path} named by extends does not exist; check its name and folder',
  },
  circle: {
    zh: 'extends 绕了一圈又回到自己：{chain}。请去掉其中一个文件的 extends',
    en: 'extends goes round in a circle: {chain}. Remove the extends of one of these files',
  },
  brokenBase: {
    zh: '基础文件有错，请先改正：{where} {text}',
    en: 'the file it builds on has a mistake, correct it first: {where} {text}',
  },
  sameId: {
    zh: '编号 "{id}" 是基础文件的编号，请给本文件另取一个',
    en: 'the id "{id}" is that of the file this one builds on; choose another',
  },
  unknownGroup: {
    zh: '基础文件里没有 "{id}" 这一组（已有：{known}）；新加一组请补上 "title"',
    en: 'the file it builds on has no group "{id}" (known: {known}); for a new group add "title"',
  },
  unknownGroupNear: {
    zh: '基础文件里没有 "{id}" 这一组，是不是 "{near}"？新加一组请补上 "title"',
    en: 'the file it builds on has no group "{id}"; did you mean "{near}"? For a new group add "title"',
  },
  unknownRequirement: {
    zh: '基础文件里没有编号 "{id}" 这一条；新加一条请补上 "kind" 等各项',
    en: 'the file it builds on has no requirement "{id}"; for a new one add "kind" and the other keys',
  },
  unknownRequirementNear: {
    zh: '基础文件里没有编号 "{id}" 这一条，是不是 "{near}"？新加一条请补上 "kind" 等各项',
    en: 'the file it builds on has no requirement "{id}"; did you mean "{near}"? For a new one add "kind" and the other keys',
  },
  otherGroup: {
    zh: '"{id}" 在基础文件的 "{group}" 组，请写在这一组里',
    en: '"{id}" stands in the group "{group}" of the file this one builds on; write it in that group',
  },
  twice: {
    zh: '编号 "{id}" 在本文件里已经改过一次（第{line}行），请合在一处',
    en: 'the id "{id}" is changed already in this file (line {line}); put both into one',
  },
} as const;
