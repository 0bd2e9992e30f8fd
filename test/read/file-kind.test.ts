// Is a file that is no table of text named for what it is, and no table taken for something else?
import { describe, expect, test } from 'vitest';
import { kindOf } from '../../src/read/file-kind.ts';

/** An archive that holds files of these names, as far as its first bytes go. */
function zip(...names: string[]): Buffer {
  const entries = names.map((name) => {
    const header = Buffer.alloc(30);
    header.set(Buffer.from('PK\u0003\u0004'));
    header.writeUInt16LE(name.length, 26);
    return Buffer.concat([header, Buffer.from(name), Buffer.from([1, 2, 3])]);
  });
  return Buffer.concat(entries);
}

const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');

describe('is named:', () => {
  test.each<[string, Uint8Array | string, RegExp]>([
    ['a workbook by its list of parts', zip('[Content_Types].xml', '_rels/.rels'), /^an Excel workbook$/],
    ['a workbook by its sheets', zip('_rels/.rels', 'xl/worksheets/sheet1.xml'), /^an Excel workbook$/],
    ['a workbook of LibreOffice', zip('mimetypeapplication/vnd.oasis.opendocument.spreadsheet'), /^an OpenDocument workbook$/],
    ['a letter of LibreOffice', zip('mimetypeapplication/vnd.oasis.opendocument.text'), /^an OpenDocument document$/],
    ['a letter of Word', zip('[Content_Types].xml', 'word/document.xml'), /^a Word document$/],
    ['an archive of a ledger', zip('ledger.csv'), /^a zip archive$/],
    ['an empty archive', Buffer.from('PK\u0005\u0006'), /^a zip archive$/],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), /old Excel/],
    ['a PDF', '%PDF-1.7', /PDF/],
    ['a PNG', Buffer.from([0x89, ...Buffer.from('PNG\r\n')]), /PNG/],
    ['a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), /JPEG/],
    ['RTF', '{\\rtf1\\ansi', /RTF/],
    ['a database', 'SQLite format 3\0', /SQLite/],
    ['Parquet', 'PAR1\u0015\u0004', /Parquet/],
    ['what was packed twice', Buffer.from([0x1f, 0x8b, 0x08]), /gzip/],
    ['a web page', '<!DOCTYPE html>\n<html>', /HTML/],
    ['a web page in capitals behind blanks', ' \n<HTML xmlns:x="urn:schemas-microsoft-com:office:excel">', /HTML/],
    ['a table of a web page', '<table border=1><tr><td>customer', /HTML/],
    ['a web page that is XML', '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">', /HTML/],
    ['a web page behind a byte order mark', Buffer.from('\ufeff<html>'), /HTML/],
    ['a web page in UTF-16', utf16('<html>\n<body>'), /HTML/],
    ['a workbook in XML', '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>', /^an Excel workbook in XML$/],
    [
      'a workbook in XML by its names',
      '<?xml version="1.0"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
      /^an Excel workbook in XML$/,
    ],
    ['XML', '<?xml version="1.0" encoding="UTF-8"?>\n<AuditFile>', /^XML$/],
    ['a list of records in JSON', '[\n  { "customer": "C1" }\n]', /^JSON$/],
    ['a record in JSON', '{"rows": [1]}', /^JSON$/],
    ['rows in JSON', '[["customer","date"],["C1","2026-01-31"]]', /^JSON$/],
    ['an empty list in JSON', '[]\n', /^JSON$/],
  ])('%s', (_, head, name) => {
    expect(kindOf(Buffer.from(head as string))?.name).toMatch(name);
  });
});

describe('is no table by a guess only:', () => {
  test.each([
    ['a CSV', 'customer,date,amount\n'],
    ['a text that begins with PK', 'PK,amount\n'],
    ['headings in brackets', '[Customer],[Date],[Amount]\n'],
    ['a heading in brackets and quotes', '["Customer"];"Date"\n'],
    ['headings in braces', '{customer},{date}\n'],
    ['headings in angle brackets', '<Customer>,<Date>\n'],
    ['a heading that is called <htmlname>', '<htmlname>,<Date>\n'],
    ['a heading that is less than', '<30,30-60\n'],
    ['a heading PAR1', 'PAR1,PAR2\n'],
    ['a heading BZh', 'BZh9,date\n'],
    ['a heading of a percentage', '%PD,%F\n'],
    ['nothing', ''],
  ])('%s', (_, head) => {
    expect(kindOf(Buffer.from(head))).toBeUndefined();
  });
});
