// Is anything lost when memory grows? It may at each place that is taken, and every view made before is of no use then: here it does each time, so that whoever keeps one
// over a place that is taken reads or writes what nobody has any more.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { growAlways } from '../harness/growth.ts';
import { share } from '../harness/share.ts';
import { SEED } from '../properties/random-ledger.ts';
import { bytesOf, readBy } from './both-readers.ts';
import { diceOf, mangled, originals } from './mangled.ts';

let growth: ReturnType<typeof growAlways>;

beforeAll(() => {
  growth = growAlways();
});
afterAll(() => growth.stop());

async function expectAlike(files: readonly Uint8Array[], accounts?: 'all'): Promise<void> {
  const request = accounts === undefined ? {} : { accounts };
  const careful = await readBy('careful', files, { piece: 1 << 16 }, request as never);
  for (const piece of [1 << 16, 1 << 12])
    expect((await readBy(undefined, files, { piece }, request as never))?.said()).toEqual(careful?.said());
}

const fixture = (name: string): Uint8Array => readFileSync(join(import.meta.dirname, '../../fixtures', name));

describe('nothing is lost where memory grows each time', () => {
  test.each(['ledger.csv', '000000000FEC20250630.txt', '000000000FEC20260630.txt'])('of fixtures/%s', async (name) => {
    await expectAlike([fixture(name)]);
  });

  test('of a book of many customers, whose numbers are texts', async () => {
    const rows = Array.from({ length: 3000 }, (_, i) =>
      i % 2 === 0
        ? `C${i * 7},invoice,F${i}A,,2026-01-05,2026-02-05,50.00\n`
        : `C${(i - 1) * 7},payment,P${i}A,F${i - 1}A,2026-02-01,,-50.00\n`,
    );
    await expectAlike([bytesOf(`customer,kind,document,reference,date,due,amount\n${rows.join('')}`)]);
  });

  test('of odd cells in every column, of many currencies, kinds and disputes', async () => {
    const currencies = ['EUR', 'USD', 'GBP', 'jpy', ' TND', 'CHF', 'xyz'];
    const kinds = ['invoice', 'Facture', ' payment', '"avoir"', 'RV', 'nothing'];
    const disputes = ['', 'yes', 'oui', '1.00', '"no"', 'perhaps'];
    const rows = Array.from({ length: 700 }, (_, i) =>
      [
        ...[`"C ""${i}"""`, `Name ${i % 90}\u00a0`, kinds[i % 6], `"F${i}"`, i % 3 === 0 ? `  F${i - 3}x` : ''],
        ...[i % 5 === 0 ? '05/01/2026' : '2026-01-05', i % 7 === 0 ? ' 2026-02-05' : '', i % 4 === 0 ? `+${i}.50` : `${i}.5`],
        ...[currencies[i % 7], disputes[i % 6], `acc${i % 300}`, i % 2 === 0 ? `${i}.25` : '', `L${i % 50}`],
      ].join(','),
    );
    const head = 'customer,name,kind,document,reference,date,due,amount,currency,disputed,collector,base,letter';
    await expectAlike([bytesOf(`${head}\n${rows.join('\n')}\n`)]);
  });

  test('of a journal of all accounts with hundreds of journals, accounts and numbers', async () => {
    const head =
      'JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\tPieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise';
    const line = (i: number, account: string, aux: string, debit: string, credit: string): string =>
      [
        `J${i % 400}`,
        `Journal ${i}`,
        i % 9 === 0 ? `"${i}"` : `${i}`,
        '20260105',
        account,
        'x',
        aux,
        aux,
        `F${i}A`,
        '20260105',
        'Facture',
        debit,
        credit,
        '',
        '',
        '20260105',
        '',
        '',
      ].join('\t');
    const rows = Array.from({ length: 900 }, (_, i) => [
      line(i, '411000', `C${i}`, '120,00', '0,00'),
      line(i, i % 13 === 0 ? `輴70${i}` : `70${1000 + i}`, '', '0,00', i % 11 === 0 ? ' 100,00' : '100,00'),
      line(i, '445710', '', '0,00', '20,00'),
    ]);
    await expectAlike([bytesOf(`${head}\n${rows.flat().join('\n')}\n`)]);
  });

  test('of several files, one behind the other', async () => {
    await expectAlike([fixture('ledger.csv'), fixture('000000000FEC20260630.txt')]);
  });

  test.each(
    share(
      Array.from({ length: 350 }, (_, n) => [n] as const),
      6,
    ),
  )('of mangled file %d', async (n) => {
    const bytes = mangled(originals(), SEED, n);
    const careful = await readBy('careful', [bytes], { piece: 1 << 16 });
    const read = await readBy(undefined, [bytes], { piece: [1 + diceOf(n)(5000), 1 + diceOf(n)(100)] });
    expect(read?.said()).toEqual(careful?.said());
  });
});
