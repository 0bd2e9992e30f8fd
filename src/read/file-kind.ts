// What is a file that is no CSV? Named for what its first bytes say it is, with what to do.
import { encodingOf } from './encoding.ts';

type FileKind = { readonly name: string; readonly fix: string };

const SAVE_SHEET = 'open it in a spreadsheet and save the sheet as CSV UTF-8';
const EXPORT = 'export it as CSV from the package that wrote it';
const unpack = (command: string): string => `unpack it, or pipe it in: ${command} FILE | ar COMMAND -`;

const SIGNATURES: readonly (FileKind & { readonly bytes: readonly (number | string)[] })[] = [
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], name: 'an old Excel workbook', fix: SAVE_SHEET },
  { bytes: ['%PDF'], name: 'a PDF', fix: 'export it as CSV from the package that printed it' },
  { bytes: ['{\\rtf'], name: 'a text of a word processor (RTF)', fix: EXPORT },
  { bytes: [0x89, 'PNG'], name: 'an image (PNG)', fix: EXPORT },
  { bytes: [0xff, 0xd8, 0xff], name: 'an image (JPEG)', fix: EXPORT },
  { bytes: ['PAR1', 0x15], name: 'a Parquet file', fix: 'convert it to CSV' },
  { bytes: ['SQLite format 3', 0], name: 'an SQLite database', fix: 'query it into a CSV: sqlite3 -csv -header FILE "select …"' },
  // What is packed once is unpacked where it is opened.
  { bytes: [0x1f, 0x8b], name: 'compressed with gzip', fix: unpack('gunzip -c') },
  { bytes: ['BZh', 0x39, '1AY&SY'], name: 'compressed with bzip2', fix: unpack('bunzip2 -c') },
  { bytes: [0xfd, '7zXZ', 0], name: 'compressed with xz', fix: unpack('xz -dc') },
  { bytes: [0x28, 0xb5, 0x2f, 0xfd], name: 'compressed with zstd', fix: unpack('zstd -dc') },
  { bytes: ['7z', 0xbc, 0xaf, 0x27, 0x1c], name: 'a 7-Zip archive', fix: 'unpack it and give the file that lies in it' },
  { bytes: ['Rar!', 0x1a, 0x07], name: 'a RAR archive', fix: 'unpack it and give the file that lies in it' },
  { bytes: [0xff, 0xfe, 0, 0], name: 'UTF-32', fix: 'save it as CSV UTF-8' },
  { bytes: [0, 0, 0xfe, 0xff], name: 'UTF-32', fix: 'save it as CSV UTF-8' },
];

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
  { begins: /^<\?xml\s/i, name: 'XML', fix: EXPORT },
  {
    begins: /^(?:\{\s*"(?:[^"\\]|\\.)*"\s*:|\[\s*\{\s*(?:"(?:[^"\\]|\\.)*"\s*:|\})|\[\s*\[\s*["\d[]|\[\s*\]\s*$|\{\s*\}\s*$)/,
    name: 'JSON',
    fix: EXPORT,
  },
];

/** What the first bytes say the file is, when it is something known that is no table of text. */
export function kindOf(head: Uint8Array): FileKind | undefined {
  if (beginsWith(head, [0x50, 0x4b, 0x03, 0x04]) || beginsWith(head, [0x50, 0x4b, 0x05, 0x06])) return zipKind(head);
  return SIGNATURES.find(({ bytes }) => beginsWith(head, bytes)) ?? textKind(head);
}

function beginsWith(head: Uint8Array, signature: readonly (number | string)[]): boolean {
  const bytes = signature.flatMap((part) => (typeof part === 'number' ? part : [...Buffer.from(part, 'latin1')]));
  return head.length >= bytes.length && bytes.every((byte, i) => head[i] === byte);
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
  return { name: 'a zip archive', fix: 'unpack it and give the file that lies in it: unzip -p FILE | ar COMMAND -' };
}

/** Characters of a text that tell what it is. */
const TELLING = 2048;

function textKind(head: Uint8Array): FileKind | undefined {
  // Most files begin with a letter.
  if (!head.subarray(0, TELLING).some((byte) => byte === 0x3c || byte === 0x5b || byte === 0x7b)) return undefined;
  const { encoding } = encodingOf(head.subarray(0, TELLING), false);
  const decoder = new TextDecoder(encoding === 'utf-16le' || encoding === 'utf-16be' ? encoding : 'utf-8');
  const text = decoder.decode(head.subarray(0, TELLING)).trimStart();
  return TEXTS.find(({ begins }) => begins.test(text));
}
