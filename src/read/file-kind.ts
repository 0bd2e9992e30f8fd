// What is a file that is no CSV? Named for what its first bytes say it is, with what to do.
import { encodingOf } from './encoding.ts';

type FileKind = { readonly name: string; readonly fix: string };

const SAVE_SHEET = 'open it in a spreadsheet and save the sheet as CSV UTF-8';
const UNPACK = 'unpack it and give the file that lies in it';
const EXPORT = 'export it as CSV from the package that wrote it';
const unpack = (command: string): string => `unpack it, or pipe it in: ${command} FILE | ar COMMAND -`;

/** The first bytes, each as the character of its number. */
const SIGNATURES: readonly (FileKind & { readonly begins: string })[] = [
  { begins: '\u00d0\u00cf\u0011\u00e0', name: 'an old Excel workbook', fix: SAVE_SHEET },
  { begins: '%PDF', name: 'a PDF', fix: 'export it as CSV from the package that printed it' },
  { begins: '{\\rtf', name: 'a text of a word processor (RTF)', fix: EXPORT },
  { begins: '\u0089PNG', name: 'an image (PNG)', fix: EXPORT },
  { begins: '\u00ff\u00d8\u00ff', name: 'an image (JPEG)', fix: EXPORT },
  { begins: 'PAR1\u0015', name: 'a Parquet file', fix: 'convert it to CSV' },
  { begins: 'SQLite format 3\0', name: 'an SQLite database', fix: 'query it into a CSV: sqlite3 -csv -header FILE "select …"' },
  // What is packed once is unpacked where it is opened.
  { begins: '\u001f\u008b', name: 'compressed with gzip', fix: unpack('gunzip -c') },
  { begins: 'BZh91AY&SY', name: 'compressed with bzip2', fix: unpack('bunzip2 -c') },
  { begins: '\u00fd7zXZ\0', name: 'compressed with xz', fix: unpack('xz -dc') },
  { begins: '\u0028\u00b5\u002f\u00fd', name: 'compressed with zstd', fix: unpack('zstd -dc') },
  { begins: '7z\u00bc\u00af\u0027\u001c', name: 'a 7-Zip archive', fix: UNPACK },
  { begins: 'Rar!\u001a\u0007', name: 'a RAR archive', fix: UNPACK },
  { begins: '\u00ff\u00fe\0\0', name: 'UTF-32', fix: 'save it as CSV UTF-8' },
  { begins: '\0\0\u00fe\u00ff', name: 'UTF-32', fix: 'save it as CSV UTF-8' },
];
const LONGEST = 16;
const ARCHIVES = ['PK\u0003\u0004', 'PK\u0005\u0006'];

/** Texts that are no CSV; only where no line of headings could begin like that. */
const TEXTS: readonly (FileKind & { readonly begins: RegExp })[] = [
  {
    begins:
      /^(?:<\?xml\s[^>]*\?>\s*)?(?:<!--[^>]*>\s*)*<(?:!doctype\s+html|(?:html|head|body|table|meta|style|script|title)[\s>])/i,
    name: 'a web page (HTML)',
    fix: SAVE_SHEET,
  },
  {
    begins: /^<\?xml\s[\s\S]*?(?:<\?mso-application\s+progid="Excel|urn:schemas-microsoft-com:office:spreadsheet)/i,
    name: 'an Excel workbook in XML',
    fix: SAVE_SHEET,
  },
  {
    begins: /^<\?xml\s[^<]*<(?:!--[^>]*>\s*<)*comptabilite[\s>]/i,
    name: 'a FEC in XML',
    fix: 'export the FEC as a flat file (fichier à plat), its columns parted by TAB or |',
  },
  { begins: /^<\?xml\s/i, name: 'XML', fix: EXPORT },
  {
    begins: /^(?:\{\s*"(?:[^"\\]|\\.)*"\s*:|\[\s*\{\s*(?:"(?:[^"\\]|\\.)*"\s*:|\})|\[\s*\[\s*["\d[]|\[\s*\]\s*$|\{\s*\}\s*$)/,
    name: 'JSON',
    fix: EXPORT,
  },
];

/** What the first bytes say the file is, when it is something known that is no table of text. */
export function kindOf(head: Uint8Array): FileKind | undefined {
  const start = String.fromCharCode(...head.subarray(0, LONGEST));
  if (ARCHIVES.some((begins) => start.startsWith(begins))) return zipKind(head);
  return SIGNATURES.find(({ begins }) => start.startsWith(begins)) ?? textKind(head);
}

/** An archive is told by the names of what lies in it. */
function zipKind(head: Uint8Array): FileKind {
  const names: string[] = [];
  const text = Buffer.from(head).toString('latin1');
  for (let at = 0; at !== -1; at = text.indexOf('PK\u0003\u0004', at + 4)) {
    const length = (head[at + 26] ?? 0) + ((head[at + 27] ?? 0) << 8);
    names.push(text.slice(at + 30, at + 30 + length));
  }
  if (text.startsWith('mimetypeapplication/vnd.oasis.opendocument.', 30)) {
    return text.startsWith('spreadsheet', 73)
      ? { name: 'an OpenDocument workbook', fix: SAVE_SHEET }
      : { name: 'an OpenDocument document', fix: EXPORT };
  }
  if (names.some((name) => name.startsWith('word/'))) return { name: 'a Word document', fix: EXPORT };
  if (names.some((name) => name === '[Content_Types].xml' || name.startsWith('xl/'))) {
    return { name: 'an Excel workbook', fix: SAVE_SHEET };
  }
  return { name: 'a zip archive', fix: `${UNPACK}: unzip -p FILE | ar COMMAND -` };
}

/** Characters of a text that tell what it is. */
const TELLING = 2048;

function textKind(head: Uint8Array): FileKind | undefined {
  const telling = head.subarray(0, TELLING);
  // Most files have none of < [ { at their beginning.
  if (!telling.includes(0x3c) && !telling.includes(0x5b) && !telling.includes(0x7b)) return undefined;
  const { encoding } = encodingOf(telling, false);
  const decoder = new TextDecoder(encoding === 'utf-16le' || encoding === 'utf-16be' ? encoding : 'utf-8');
  const text = decoder.decode(telling).trimStart();
  return TEXTS.find(({ begins }) => begins.test(text));
}
