/** What is said to a person about reading a file: why it cannot be read, and what to know of one that was. */
import type { Bilingual } from './bilingual.ts';

/** Kinds of file that are told apart by their content, beside plain texts and pages. */
export type FileFormat =
  | 'docx'
  | 'doc'
  | 'word-xml'
  | 'mht'
  | 'rtf'
  | 'pdf'
  | 'ofd'
  | 'odt'
  | 'sheet'
  | 'slides'
  | 'zip'
  /** An archive that is no zip. */
  | 'archive'
  /** Word, Excel or PowerPoint behind a password. */
  | 'encrypted'
  /** A compound file of a program that is not read, such as the native format of some WPS versions. */
  | 'compound'
  | 'image'
  | 'binary';

/** Name of the format and what to do to get a text that can be read. */
interface FormatWords {
  readonly what: Bilingual;
  readonly remedy: Bilingual;
}

const saveAs: Bilingual = {
  zh: '请在 WPS 或 Word 中打开，用“另存为”选“Word 文档（*.docx）”，再导入另存的文件。',
  en: 'Open it in WPS or Word, choose “Save as”, then “Word document (*.docx)”, and add that file.',
};
const copyOut: Bilingual = {
  zh: '请打开后全选、复制，粘贴到记事本另存为 .txt 再导入；如果选不中文字，那是扫描件，请向报送单位要电子原稿。',
  en: 'Open it, select and copy everything, paste it into a text editor and save it as .txt. If no text can be selected, it is a scan: ask the unit for the original file.',
};

export const formatWords: Readonly<Record<FileFormat, FormatWords>> = {
  docx: { what: { zh: 'Word 文档（docx）', en: 'a Word document (docx)' }, remedy: saveAs },
  doc: { what: { zh: '旧版 Word 文档（doc）', en: 'an old Word document (doc)' }, remedy: saveAs },
  'word-xml': { what: { zh: 'Word 的 XML 文档', en: 'a Word XML document' }, remedy: saveAs },
  mht: { what: { zh: '单个文件网页（mht）', en: 'a single-file web page (mht)' }, remedy: saveAs },
  rtf: { what: { zh: '写字板文档（rtf）', en: 'a rich text document (rtf)' }, remedy: saveAs },
  odt: { what: { zh: '开放文档（odt）', en: 'an OpenDocument text (odt)' }, remedy: saveAs },
  pdf: { what: { zh: 'PDF 文件', en: 'a PDF file' }, remedy: copyOut },
  ofd: { what: { zh: 'OFD 版式文件', en: 'an OFD file' }, remedy: copyOut },
  sheet: {
    what: { zh: '电子表格', en: 'a spreadsheet' },
    remedy: { zh: '年度报告应是文字材料，请导入报告正文。', en: 'An annual report is a text: add the report itself.' },
  },
  slides: {
    what: { zh: '演示文稿', en: 'a slide show' },
    remedy: { zh: '年度报告应是文字材料，请导入报告正文。', en: 'An annual report is a text: add the report itself.' },
  },
  zip: {
    what: { zh: '压缩包', en: 'an archive' },
    remedy: { zh: '请先解压，再导入里面的报告。', en: 'Unpack it first, then add the reports inside.' },
  },
  archive: {
    what: { zh: '压缩包（rar、7z 或 gz）', en: 'an archive (rar, 7z or gz)' },
    remedy: {
      zh: '请先解压，再导入里面的报告，或改用 zip 压缩。',
      en: 'Unpack it first and add the reports inside, or pack them as zip.',
    },
  },
  encrypted: {
    what: { zh: '加了密码的 Office 文档', en: 'an office document behind a password' },
    remedy: {
      zh: '请用密码打开，取消密码后另存，再导入。',
      en: 'Open it with its password, save it without one, and add that file.',
    },
  },
  compound: {
    what: {
      zh: '本工具不认识的文档（可能是早期 WPS 的专用格式）',
      en: 'a document of a kind this tool does not know (perhaps the own format of an early WPS)',
    },
    remedy: saveAs,
  },
  image: {
    what: { zh: '图片', en: 'an image' },
    remedy: {
      zh: '图片里的文字读不出来，请向报送单位要电子原稿。',
      en: 'Text in an image cannot be read: ask the unit for the original file.',
    },
  },
  binary: {
    what: { zh: '认不出格式的文件（内容不是文字）', en: 'a file of no known kind (its content is not text)' },
    remedy: {
      zh: '请用生成它的软件打开，另存为纯文本（.txt）或网页（.html）再导入。',
      en: 'Open it in the program that made it and save it as plain text (.txt) or as a web page (.html).',
    },
  },
};

/** Endings of the files that are read, as they are told to people and to a browser's file chooser. */
export const readEndings = ['docx', 'doc', 'wps', 'rtf', 'pdf', 'ofd', 'html', 'txt', 'zip'] as const;

export const readingWords = {
  unsupported: {
    zh: '“{name}”是{what}，读不了（能读的有 {formats}）。{remedy}',
    en: '“{name}” is {what}, which cannot be read (what can is {formats}). {remedy}',
  },
  notText: {
    zh: '“{name}”名为文本，内容却不是文字（多为改了扩展名的其他文件）。请用生成它的软件打开，另存为纯文本（.txt）或网页（.html）再导入。',
    en: '“{name}” is named as text, but its content is not text (most likely another kind of file with its extension changed). Open it in the program that made it and save it as plain text (.txt) or as a web page (.html).',
  },
  emptyFile: {
    zh: '“{name}”是空文件，里面没有任何内容。请检查文件是否传送完整。',
    en: '“{name}” is empty. Check that the file was passed on whole.',
  },
  onlyBlanks: {
    zh: '“{name}”里只有空白，没有文字。请检查是否拿错了文件。',
    en: '“{name}” holds blanks only, no text. Check that it is the right file.',
  },
  pageWithoutText: {
    zh: '网页“{name}”里没有找到正文（正文可能是打开网页后才载入的，或者是图片）。请在浏览器里全选、复制正文，粘贴到记事本另存为 .txt 再导入。',
    en: 'No text was found in the web page “{name}” (it may be loaded only when the page is opened, or be an image). Copy the text in a browser, paste it into a text editor and save it as .txt.',
  },
  tooLong: {
    zh: '“{name}”有 {length} 字，超过 {limit} 字的上限。一份年度报告一般不到 6 万字，请检查是否拿错了文件，或把多份报告拆开。',
    en: '“{name}” has {length} characters, more than the limit of {limit}. An annual report seldom exceeds 60,000: check that it is the right file, or split several reports.',
  },
  tooLarge: {
    zh: '“{name}”有 {size} MB，超过 {limit} MB 的上限，没有读取。年度报告的文字一般不到 1 MB，请检查是否拿错了文件，或删去其中的图片。',
    en: '“{name}” is {size} MB, more than the limit of {limit} MB, and was not read. The text of an annual report is seldom 1 MB: check that it is the right file, or take the pictures out.',
  },
  pageTooComplex: {
    zh: '网页“{name}”的标签太多或嵌套太深，无法处理。请在浏览器里复制正文，粘贴到记事本另存为 .txt 再导入。',
    en: 'The web page “{name}” has too many tags, or nests them too deep. Copy the text in a browser, paste it into a text editor and save it as .txt.',
  },
  extensionSays: {
    zh: '文件名以 {extension} 结尾，内容却是{what}，已按内容读取。',
    en: 'The file name ends in {extension}, but the content is {what}; it was read by its content.',
  },
  charsetGuessed: {
    zh: '文字编码没有标明，按 {charset} 读取。如有乱码，请另存为 UTF-8 再导入。',
    en: 'The charset is not marked; it was read as {charset}. If characters look wrong, save the file as UTF-8 and add it again.',
  },
  charsetLies: {
    zh: '网页标明编码为 {label}，实际是 {charset}，已按实际编码读取。',
    en: 'The page says its charset is {label}; it is {charset} and was read so.',
  },
  damagedCharacters: {
    zh: '有 {count} 处文字无法辨认（文件可能不完整），显示为“�”。',
    en: '{count} characters could not be read (the file may be damaged); they show as “�”.',
  },
  encryptedEntry: {
    zh: '“{name}”加了密码，打不开。请取消密码重新压缩或另存，再导入。',
    en: '“{name}” is behind a password. Take the password off, save or pack it again, and add that file.',
  },
  damaged: {
    zh: '“{name}”已损坏或不完整（{detail}），没有读取。请重新传送，或在 WPS、Word 中打开后另存，再导入。',
    en: '“{name}” is damaged or not whole ({detail}) and was not read. Have it sent again, or open it in WPS or Word, save it anew and add that file.',
  },
  damagedArchive: {
    zh: '“{name}”已损坏或不完整（{detail}），里面的文件没有读取。请重新传送、重新打包，或解压后直接导入里面的文件。',
    en: '“{name}” is damaged or not whole ({detail}); no file in it was read. Have it sent or packed again, or unpack it and add the files themselves.',
  },
  damagedZip: { zh: '压缩结构有错', en: 'its zip structure is broken' },
  damagedCheck: { zh: '内容与校验值不符', en: 'its content does not fit its checksum' },
  damagedXml: { zh: '第 {line} 行的 XML 有错', en: 'its XML is broken at line {line}' },
  damagedDoctype: { zh: '含有文档不该有的实体声明', en: 'it declares entities, which no document does' },
  damagedPart: { zh: '缺少 {part}', en: '{part} is missing' },
  damagedCut: { zh: '内容在中间断了', en: 'it breaks off' },
  damagedInside: { zh: '内部结构有错', en: 'its inner structure is broken' },
  unpacksTooLarge: {
    zh: '“{name}”展开后超过 {limit} MB，远大于一份年度报告，没有读取。请检查是否拿错了文件。',
    en: '“{name}” unpacks to more than {limit} MB, far beyond any annual report, and was not read. Check that it is the right file.',
  },
  tooManyEntries: {
    zh: '“{name}”里有 {count} 个文件，超过 {limit} 个的上限，没有读取。请分成几个压缩包。',
    en: '“{name}” holds {count} files, more than the limit of {limit}, and was not read. Split it into several archives.',
  },
  unknownPacking: {
    zh: '“{name}”用了少见的压缩方法，读不了。请解压后重新压缩为普通 zip，或直接导入里面的文件。',
    en: '“{name}” is packed by an uncommon method. Unpack it and pack it as plain zip, or add the files inside.',
  },
  nestedArchive: {
    zh: '“{name}”是压缩包里的压缩包里的压缩包，没有打开。请先解压，再导入里面的报告。',
    en: '“{name}” is an archive in an archive in an archive and was not opened. Unpack it first, then add the reports inside.',
  },
  emptyArchive: {
    zh: '压缩包“{name}”里没有文件。请检查是否拿错了。',
    en: 'The archive “{name}” holds no file. Check that it is the right one.',
  },
  tooSlow: {
    zh: '读“{name}”用了 {seconds} 秒还没有读完，已经停下。请在 WPS 或 Word 中打开后另存为 docx 再导入；仍不行就复制全文存为 .txt。',
    en: 'Reading “{name}” took more than {seconds} seconds and was stopped. Open it in WPS or Word, save it as docx and add that file; if that fails too, copy the text into a .txt file.',
  },
  tooMuchMemory: {
    zh: '读“{name}”需要的内存超过上限，已经停下。请在 WPS 或 Word 中打开后另存为 docx 再导入；仍不行就复制全文存为 .txt。',
    en: 'Reading “{name}” took more memory than allowed and was stopped. Open it in WPS or Word, save it as docx and add that file; if that fails too, copy the text into a .txt file.',
  },
  readerFailed: {
    zh: '“{name}”读不出来，文件可能已损坏。请在 WPS 或 Word 中打开后另存为 docx 再导入；仍不行就复制全文存为 .txt。',
    en: '“{name}” could not be read; it may be damaged. Open it in WPS or Word, save it as docx and add that file; if that fails too, copy the text into a .txt file.',
  },
  documentWithoutText: {
    zh: '“{name}”里没有文字（可能只有图片，是扫描件）。请向报送单位要电子原稿。',
    en: '“{name}” holds no text (perhaps only pictures: a scan). Ask the unit for the original file.',
  },
  oldWord: {
    zh: '“{name}”是 Word 95 或更早的文档，读不了。请在 WPS 或 Word 中打开后另存为 docx，再导入。',
    en: '“{name}” is a document of Word 95 or earlier, which cannot be read. Open it in WPS or Word, save it as docx and add that file.',
  },
  scannedDocument: {
    zh: '“{name}”里只有图片，没有文字，是扫描件。请向报送单位要电子原稿。',
    en: '“{name}” holds pictures only, no text: it is a scan. Ask the unit for the original file.',
  },
  trackedChanges: {
    zh: '文件带有修订痕迹（插入 {inserted} 处，删除 {deleted} 处），已按“接受全部修订”读取。',
    en: 'The file carries tracked changes ({inserted} insertions, {deleted} deletions); it was read with all of them accepted.',
  },
  hiddenText: {
    zh: '文件里有 {count} 处隐藏文字，纸面上看不到，没有读取。',
    en: 'The file holds hidden text in {count} places, which does not show on paper and was not read.',
  },
  otherMarker: {
    zh: '有 {count} 段既有手写编号又有自动编号而且不一致，按手写的读取，请核对（如“{example}”）。',
    en: '{count} paragraphs have both a typed and an automatic number that differ; the typed one was read. Check them (such as “{example}”).',
  },
  embedded: {
    zh: '文件里嵌入了 {count} 个其他文件（如表格），其中的文字没有读取，请核对原件。',
    en: '{count} other files (such as spreadsheets) are embedded in the document; their text was not read. Check the original.',
  },
  picturesWithText: {
    zh: '文件里文字很少，有 {count} 幅图片；图片里的文字读不出来，请核对原件。',
    en: 'The file has little text and {count} pictures; text in pictures cannot be read. Check the original.',
  },
  notReport: {
    zh: '“{name}”是{what}，不是报告，已跳过。',
    en: '“{name}” is {what}, no report, and was passed over.',
  },
  plainText: { zh: '纯文本', en: 'plain text' },
  webPage: { zh: '网页', en: 'a web page' },
} as const satisfies Readonly<Record<string, Bilingual>>;
