// What stands for a number, a name or a text in an anonymised copy, and what stays? One line a rule; and of every way to write a ledger, that the copy is written so.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { Pseudonyms } from '../../src/read/anonymise/pseudonyms.ts';
import { rawRecords } from '../../src/read/anonymise/raw-records.ts';
import { FreeTexts } from '../../src/read/anonymise/texts.ts';
import { encodingOf } from '../../src/read/encoding.ts';
import { isWhole, share } from '../harness/share.ts';
import { ar } from '../peers/program.ts';
import { copiesOf, figuresOf, sharedWords } from './anonymised.ts';
import { fewWays, fileIn } from './cross-files.ts';
import { piecesOf, sourceOf } from './pieces.ts';
import { AS_OF, presetFiles, textOfFile } from './preset-files.ts';

/** What stands for texts, each asked once before. */
function standIns(ask: (names: Pseudonyms, text: string) => string, texts: readonly string[]): string[] {
  const names = new Pseudonyms();
  for (const text of texts) ask(names, text);
  names.looking = false;
  return texts.map((text) => ask(names, text));
}

describe('numbers keep their shape', () => {
  it.each([
    ['digits and letters where they were', ['FA-2026/017', 'FA-2026/018'], ['AA-0000/001', 'AA-0000/002']],
    ['the same for the same', ['X1', 'X2', 'X1'], ['A1', 'A2', 'A1']],
    ['alike but for zeros before, or for case, stays alike', ['0042', '42', 'ab7', 'AB7'], ['0011', '11', 'aa1', 'AA1']],
    ['none is one of the file', ['1001', '1002', '1003'], ['1004', '1005', '1006']],
    ['nothing says nothing', ['000', '-', ''], ['000', '-', '']],
    ['nothing a spreadsheet would run', ['=A1+B2', '-X9', '@ab', '+C'], ['AA0+A1', 'AA1', 'Aab', 'AB']],
    [
      'a shape that is full gets a place more',
      ['1', '2', '3', '4', '5', '6', '8', '9'].slice(0, 8),
      ['11', '12', '13', '14', '15', '16', '17', '18'],
    ],
  ])('%s', (_, texts, expected) => {
    const made = standIns((names, text) => names.number(text), texts);
    expect(made).toEqual(expected);
    expect(new Set(made).size).toBe(new Set(texts).size);
  });
});

describe('names', () => {
  it.each([
    ['are counted', ['Dupont SA', 'Durand', 'Dupont SA'], ['Client1', 'Client2', 'Client1']],
    ['alike but for case and accents stay alike', ['Lefevre', 'LEFEVRE', 'Lefèvre'], ['Client1', 'CLIENT1', 'Çlient1']],
    ['keep what parts their cell', ['Roux, Inès', 'Café "Le Zinc"', 'a\nb'], ['Çlient1, x', 'Çlient2 "x"', 'client3\nx']],
    ['of a sentence stay one', ['Société des Transports du Nord'], ['Çlient1 x x x x']],
    ['of nobody are none of the file’s', ['Client1', 'Dupont'], ['Client2', 'Client3']],
  ])('%s', (_, texts, expected) => {
    expect(standIns((names, text) => names.name(text, 'Client'), texts)).toEqual(expected);
  });

  it('of customers that are words are numbered, and those with digits keep their shape', () => {
    expect(standIns((names, text) => names.id(text, 'Client'), ['DUPONT', 'dupont', 'C-17', 'Roux Inès'])).toEqual([
      'C000001',
      'c000001',
      'A-01',
      'Çlient1',
    ]);
  });
});

describe('texts', () => {
  it.each([
    ['Facture FA-17 Dupont et Fils', 'Facture AA-01 Label1 et x'],
    ['31-03-2022 CLIENTS', '31-03-2022 CLIENTS'],
    ['Rejet prélèvement M. Martin', 'Rejet prélèvement Làbel1 x'],
    ['refacturation Martin frais rejet', 'refacturation Label1 frais rejet'],
    ['REMBOURSMENT MARTIN', 'REMBOURSEMENT Label2'],
    ['appeler jean@example.com au 06 12 34 56 78', 'Label1 x au x x x x x'],
    ['"Le Petit Chalet', '"Le Label1 x'],
    ['=HYPERLINK("http://x.fr")', 'Label1"x")'],
  ])('%s', (text, expected) => {
    const names = new Pseudonyms();
    names.number('FA-17');
    names.looking = false;
    expect(new FreeTexts(names).of(text, 'Label')).toBe(expected);
  });
});

test('records are parted as the reader parts them, and stand as they stood', async () => {
  const text = '\ufeffa,"b ""c"", d"\r\n"e\nf",g"h\r"x"y,z\n\n,,\n"last"';
  for (const size of [1, 2, 3, 7, 100]) {
    const records = [];
    for await (const some of rawRecords(sourceOf(piecesOf(Buffer.from(text), size)), { delimiter: ',', unquoted: undefined }))
      records.push(...some);
    expect(Buffer.from(records.map(({ cells, end }) => cells.join(',') + end).join(''), 'latin1').toString()).toBe(text);
    expect(records.slice(1).map(({ cells }) => cells.length)).toEqual([2, 2, 2, 1, 3, 1]);
  }
});

test('a copy is written as its ledger is: encoding, marks, line ends, spellings', async () => {
  for (const way of fewWays().filter((_, i) => i % 3 === 0)) {
    const bytes = fileIn(way);
    const copies = await copiesOf({ 'l.csv': bytes }, '2026-06-30');
    const copy = copies?.['ledger-1.csv'] as Uint8Array;
    expect(copy, JSON.stringify(way)).toBeDefined();
    const [a, b] = [encodingOf(bytes, true), encodingOf(copy, true)];
    expect([b.encoding, b.evidence.what], JSON.stringify(way)).toEqual([a.encoding, a.evidence.what]);
    const shown = (from: Uint8Array): string =>
      Buffer.from(from).toString(a.encoding === 'utf-16le' ? 'utf16le' : a.encoding === 'utf-8' ? 'utf8' : 'latin1');
    const marks = (from: Uint8Array): string =>
      shown(from)
        .replace(/[\p{L}\p{N}]|\x9c/gu, '')
        .replace(/[^\r\n,;|\t"]/g, '');
    expect(marks(copy), JSON.stringify(way)).toBe(marks(bytes));
    expect(shown(copy)).not.toMatch(/[EÉ]clair|Zinc|nord/);
  }
});

test('a package’s export is read the same, and names nobody', async () => {
  for (const file of share(presetFiles)) {
    const text = textOfFile(file);
    const copies = await copiesOf({ 'l.csv': text }, AS_OF);
    const copy = Buffer.from((copies?.['ledger-1.csv'] ?? '') as Uint8Array).toString();
    expect(await figuresOf({ 'l.csv': copy }, AS_OF), file.headings.join()).toEqual(await figuresOf({ 'l.csv': text }, AS_OF));
    expect(copy).not.toMatch(/Ponant|Linge|Quai/);
    expect(copy.split('\n')).toHaveLength(text.split('\n').length);
  }
});

test('rows that cannot be read name nobody either, and are told as before', async () => {
  const ledger =
    'customer,name,document,date,amount,label\nMARTIN,Martin SA,FA-1001,2026-01-31,12.00,x\nMARTIN,Martin, SA,FA-1002,2026-01-31,12.00,x\nMARTIN,Martin SA,FA-1003,demain Martin,douze,voir Martin\nMARTIN\n';
  const files = { 'l.csv': ledger };
  const copies = (await copiesOf(files, '2026-06-30')) as Record<string, Uint8Array>;
  expect(
    sharedWords(ledger, Buffer.from(copies['ledger-1.csv'] as Uint8Array).toString(), 'customer name document date amount label'),
  ).toEqual([]);
  const found = async (of: Record<string, string | Uint8Array>): Promise<string> =>
    (
      await ar(['check', ...Object.keys(of), '--as-of', '2026-06-30', '--section', 'findings', '--format', 'csv', '--quiet'], of)
    ).stdout.replace(/^(\S+?),(\w+),.*$/gm, '$1');
  expect(await found(copies)).toBe(await found(files));
});

test('numbers of persons and firms in groups are no amounts, and a name that is a word of the trade is a name', async () => {
  const row = (name: string, siren: string, dni: string, fees: string): string =>
    `C1,${name},FA-1001,2026-01-31,12.00,${siren},${dni},"${fees}",Facture ${name}\n`;
  const ledger = `customer,name,document,date,amount,firm,person,extra,label\n${row('Grand', '732.829.320', '12.345.678', '7,50')}${row('Grand', '552.100.554', '12.345.679', '1.234.567,00')}${row('Petit', '06.12.34.56.78', '12.345.680', '1.250')}`;
  const copies = (await copiesOf({ 'l.csv': ledger }, '2026-06-30')) as Record<string, Uint8Array>;
  const copy = Buffer.from(copies['ledger-1.csv'] as Uint8Array).toString();
  expect(copy).not.toMatch(/732\.829|552\.100|06\.12|12\.345|Grand|Petit/);
  for (const amount of ['7,50', '1.234.567,00', '1.250']) expect(copy).toContain(amount);
});

test('of documents alike but for their numbers, one may be paid in the place of the other', async () => {
  const row = (kind: string, document: string, amount: string): string =>
    `LUCIE,${kind},${document},2026-01-31,2026-02-28,${amount},A\n`;
  const ledger = `customer,kind,document,date,due,amount,letter\n${row('invoice', 'FB-2002', '10.00')}${row('invoice', 'FB-2001', '10.00')}${row('payment', 'P-1', '-10.00')}`;
  const files = { 'l.csv': ledger };
  const copies = (await copiesOf(files, '2026-06-30')) as Record<string, Uint8Array>;
  expect(await figuresOf(copies, '2026-06-30')).toEqual(await figuresOf(files, '2026-06-30'));
});

const shared = process.env['AR_SHARED'];
const folder = shared === undefined ? undefined : resolve(import.meta.dirname, '../..', shared, 'data');
if (folder === undefined) console.log('AR_SHARED is not set: no copies of real ledgers are made');

describe.skipIf(folder === undefined)('real ledgers', () => {
  const all: readonly (readonly [path: string, asOf: string, option: string])[] = [
    ['fec/0000000001FEC20220831.txt', '2022-08-31', ''],
    ['fec/123456789FEC20500930.txt', '2023-09-30', ''],
    ['fec/000000000FEC20231231.txt', '2023-12-31', ''],
    ['ibm-late-payment/putany_data.csv', '2013-12-31', '--date-order=mdy'],
    ['barzilay/open_invoices_excel_serials.csv', '2026-06-30', ''],
    ['barzilay/deals.csv', '2026-06-30', '--map=customer=customer_id'],
    ['packages/quickbooks/quickbooks_ar_aging_detail.csv', '2025-12-31', ''],
  ];
  // One of them takes as long as the others together.
  it.each(all.filter(([path]) => isWhole || path !== 'fec/123456789FEC20500930.txt'))(
    '%s',
    { timeout: 120_000 },
    async (path, asOf, option) => {
      const name = path.split('/').at(-1) as string;
      const more = option === '' ? [] : [option.split('=')[0] as string, option.slice(option.indexOf('=') + 1)];
      const bytes = readFileSync(join(folder as string, path));
      const files = { [name]: bytes };
      const copies = (await copiesOf(files, asOf, ...more)) as Record<string, Uint8Array>;
      expect(copies).toBeDefined();
      const figures = await figuresOf(files, asOf, ...more);
      expect(figures.items.length).toBeGreaterThan(1);
      expect(await figuresOf(copies, asOf, ...more)).toEqual(figures);
      const copy = Buffer.from(Object.values(copies)[0] as Uint8Array).toString();
      const head = bytes
        .toString()
        .split('\n')
        .find((line) => /date/i.test(line) && /[,\t].*[,\t]/.test(line)) as string;
      // Letters, and words of statuses and of ways to pay.
      const kept = sharedWords(bytes.toString(), copy, head).filter(
        (word) => !/^[A-Z]{4}$|^(?:Repaid|Financed|Overdue|Rejected|Under|Review|Initiated)$/.test(word),
      );
      expect(kept).toEqual([]);
    },
  );
});
