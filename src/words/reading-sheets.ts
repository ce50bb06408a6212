/** What is said to a person about files that hold sheets of paper: PDF and OFD. */
import type { Bilingual } from './bilingual.ts';

export const sheetWords = {
  scanned: {
    zh: '“{name}”共 {pages} 页，没有可以读取的文字，多半是扫描件或图片。请向报送单位要电子原稿（Word、WPS 或由其导出的 PDF、OFD），或用文字识别（OCR）软件转成文字、核对后再导入。',
    en: '“{name}” has {pages} page(s) and no text that can be read: most likely it is a scan or made of images. Ask the unit for the original file (Word, WPS, or a PDF or OFD exported from it), or have a text recognition (OCR) program make text of it, check that, and add it.',
  },
  encryptedPdf: {
    zh: '“{name}”设有打开密码，读不到内容。请用密码打开后另存为（或打印成）不带密码的 PDF 再导入，或向报送单位要不带密码的文件。',
    en: '“{name}” opens with a password only. Open it with the password and save (or print) it as a PDF without one, or ask the unit for a file without a password.',
  },
  form: {
    zh: '“{name}”是用动态表单（XFA）做的 PDF，内容只有在 Adobe Reader 里才会生成。请在 Adobe Reader 中打开，打印成 PDF 再导入，或向报送单位要电子原稿。',
    en: '“{name}” is a dynamic form (XFA): its content is only made when Adobe Reader opens it. Open it there and print it as a PDF, or ask the unit for the original file.',
  },
  damagedPdf: {
    zh: '“{name}”不是完整的 PDF（可能没有传完，或传送时被改动），打不开。请重新传送，或向报送单位再要一份。',
    en: '“{name}” is not a whole PDF (it may have been cut off or changed on its way) and cannot be opened. Send it again, or ask the unit for another copy.',
  },
  damagedOfd: {
    zh: '“{name}”不是完整的 OFD（可能没有传完，或传送时被改动），打不开：{part}。请重新传送，或向报送单位再要一份。',
    en: '“{name}” is not a whole OFD (it may have been cut off or changed on its way) and cannot be opened: {part}. Send it again, or ask the unit for another copy.',
  },
  missingPart: { zh: '缺少或读不出 {part}', en: '{part} is missing or cannot be read' },
  encryptedOfd: {
    zh: '“{name}”是加密的 OFD，读不到内容。请用生成它的软件另存为不加密的 OFD 或 PDF 再导入，或向报送单位要电子原稿。',
    en: '“{name}” is an encrypted OFD. Save it without encryption, as OFD or PDF, in the program that made it, or ask the unit for the original file.',
  },
  withoutCharacters: {
    zh: '“{name}”看得见字，但字体没有带文字对照表，读出来是乱码。请向报送单位要电子原稿（Word 或 WPS），或用文字识别（OCR）软件转成文字、核对后再导入。',
    en: '“{name}” shows text, but its fonts do not say which characters they show, and what can be read makes no sense. Ask the unit for the original file (Word or WPS), or have a text recognition (OCR) program make text of it, check that, and add it.',
  },
  tooManySheets: {
    zh: '“{name}”有 {pages} 页，超过 {limit} 页的上限。年度报告一般不到 30 页，请检查是否拿错了文件，或把报告部分单独导出。',
    en: '“{name}” has {pages} pages, more than the limit of {limit}. An annual report seldom has 30: check that it is the right file, or export the report alone.',
  },
  sheetsWithoutText: {
    zh: '共 {of} 页，其中第 {pages} 页没有可以读取的文字（空白页、扫描页或图片），没有检查到；请对照原件看一看。',
    en: 'Of {of} pages, page {pages} holds no text that can be read (blank, scanned or an image) and was not checked: look at it in the original.',
  },
  unreadSheets: {
    zh: '共 {of} 页，其中第 {pages} 页已损坏，没有读到；请向报送单位再要一份。',
    en: 'Of {of} pages, page {pages} is damaged and was not read: ask the unit for another copy.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
