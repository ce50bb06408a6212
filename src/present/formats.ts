/** Which documents there are, and as which kinds of file; nothing here loads what makes them. */

/** The kinds of file that there are of each document, the usual one first. */
export const formatsOf = {
  result: ['table', 'json', 'html', 'md', 'docx', 'xlsx', 'csv'],
  letter: ['docx', 'html', 'json'],
  checklist: ['docx', 'xlsx', 'csv', 'html', 'json'],
  'working-paper': ['docx', 'xlsx', 'csv', 'html', 'json'],
  overview: ['xlsx', 'docx', 'csv', 'html', 'json'],
} as const;

export type DocumentName = keyof typeof formatsOf;
export type ReportDocument = Exclude<DocumentName, 'overview'>;
export type ExportFormat = (typeof formatsOf)[DocumentName][number];

export const documentNames = Object.keys(formatsOf) as readonly DocumentName[];
export const exportFormats = [...new Set(Object.values(formatsOf).flat())] as readonly ExportFormat[];

export const hasFormat = (document: DocumentName, format: ExportFormat): boolean =>
  (formatsOf[document] as readonly ExportFormat[]).includes(format);

/** Formats that are bytes and not text: no terminal shows them. */
export const isBinary = (format: ExportFormat): boolean => format === 'docx' || format === 'xlsx';

export const endings: Readonly<Record<ExportFormat, string>> = {
  table: 'txt',
  json: 'json',
  html: 'html',
  md: 'md',
  docx: 'docx',
  xlsx: 'xlsx',
  csv: 'csv',
};

export const mediaTypes: Readonly<Record<ExportFormat, string>> = {
  table: 'text/plain; charset=utf-8',
  json: 'application/json; charset=utf-8',
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};
