// Which package is told by which headings, and what is made of them?
import { build } from 'esbuild';
import { describe, expect, it, test } from 'vitest';
import { kindOf } from '../../src/ledger/kind.ts';
import { currencyInHeading, unbroken } from '../../src/read/headings.ts';
import { kindBy } from '../../src/read/kind-words.ts';
import { choosePreset } from '../../src/read/presets/choose.ts';
import { MARK_KEYS } from '../../src/read/presets/mark-keys.ts';
import { markKeysInside } from '../../src/read/presets/mark-keys-inside.mjs';
import { PRESET_NAMES } from '../../src/read/presets/names.ts';
import { PRESETS } from '../../src/read/presets/registry.ts';

describe('a preset', () => {
  test.each(PRESETS.map((preset) => [preset.name, preset] as const))(
    '%s is told by as many marks as are enough',
    (name, preset) => {
      const marks = preset.marks.slice(0, preset.enough);
      expect(choosePreset(marks)?.preset.name).toBe(name);
      expect(choosePreset(marks.slice(1))).toBeUndefined();
    },
  );

  test.each(PRESETS.map((preset) => [preset.name, preset] as const))(
    '%s gives no heading to two fields, nor uses what it calls known',
    (_, preset) => {
      const { columns, ways = [], known } = preset.data();
      for (const way of [{}, ...ways]) {
        const used: string[] = Object.values({ ...columns, ...way })
          .flat()
          .map(unbroken);
        expect(used.length).toBe(new Set(used).size);
      }
      const anywhere = new Set([columns, ...ways].flatMap((set) => Object.values(set).flat()).map(unbroken));
      expect(known.filter((heading) => anywhere.has(unbroken(heading)))).toEqual([]);
    },
  );

  test.each(PRESETS.map((preset) => [preset.name, preset] as const))('%s calls unverified only headings it has', (_, preset) => {
    const { columns, ways = [], known, unverified = [] } = preset.data();
    const has = new Set([...known, ...[columns, ...ways].flatMap((set) => Object.values(set).flat())]);
    expect(unverified.filter((heading) => !has.has(heading))).toEqual([]);
  });

  it('has marks that are different headings, and of its own', () => {
    for (const { marks, data } of PRESETS) {
      expect(new Set(marks.map(unbroken)).size).toBe(marks.length);
      const { columns, ways = [], known } = data();
      const own = new Set([...known, ...[columns, ...ways].flatMap((set) => Object.values(set).flat())]);
      expect(marks.filter((mark) => !own.has(mark))).toEqual([]);
    }
  });

  it('is none for a plain ledger', () => {
    expect(choosePreset(['customer', 'date', 'amount'])).toBeUndefined();
  });

  it('is the one most of whose marks are there', () => {
    const ebp = ['Code journal', 'Date', 'N° compte', 'N° document', 'Lettrage', 'Pointage', 'Code tiers', 'Tiers'];
    expect(choosePreset(ebp)?.preset.name).toBe('ebp');
  });

  it('is the one the user names, and of its layouts the one that fits', () => {
    expect(choosePreset(['Mt en devise interne', 'Échéance nette'], 'sap-fbl5n')?.preset.name).toBe('sap-fbl5n-fr');
    expect(choosePreset(['Document Number'], 'sap-fbl5n')).toMatchObject({
      preset: { name: 'sap-fbl5n' },
      said: true,
      matched: 1,
    });
    expect(choosePreset(PRESETS[0]?.marks ?? [], 'generic')).toBeUndefined();
  });

  it('has names that --preset knows', () => {
    expect(PRESET_NAMES).toEqual(['generic', ...PRESETS.map(({ name }) => name)]);
  });
});

describe('of two ways to say amounts', () => {
  const fields = (headings: readonly string[], name: string) => choosePreset(headings, name)?.columns;

  it('that of the documents is taken where the file has it whole', () => {
    const columns = fields(
      ['Original Amount', 'Remaining Amount', 'Currency Code', 'Amount (LCY)', 'Remaining Amt. (LCY)'],
      'dynamics-bc',
    );
    expect(columns?.columns.open_amount).toEqual(['Remaining Amount']);
    expect(columns?.known).toContain('Remaining Amt. (LCY)');
  });

  it('that of the books is taken where what is open of the documents is missing', () => {
    const columns = fields(['Original Amount', 'Currency Code', 'Amount (LCY)', 'Remaining Amt. (LCY)'], 'dynamics-bc');
    expect(columns?.columns).toMatchObject({ amount: ['Amount (LCY)'], open_amount: ['Remaining Amt. (LCY)'] });
    expect(columns?.columns.currency).toBeUndefined();
    expect(columns?.known).toContain('Currency Code');
  });

  it('that of the books is taken where the file does not name the currency of the other', () => {
    const columns = fields(['Amount in doc. curr.', 'Amount in local currency', 'Local currency'], 'sap-fbl5n');
    expect(columns?.columns).toMatchObject({ amount: ['Amount in local currency'], currency: ['Local currency'] });
  });
});

test.each([
  ['Open Advance (ILS)', 'ILS', 'Open Advance'],
  ['Montant TTC EUR', 'EUR', 'Montant TTC'],
  ['amount_USD', 'USD', 'amount'],
  ['Montant TTC', undefined, undefined],
  ['Amount (LCY)', undefined, undefined],
  ['EUR', undefined, undefined],
])('the currency in the heading %s is %s', (heading, currency, rest) => {
  expect(currencyInHeading(heading)).toEqual(currency === undefined ? undefined : { currency, rest });
});

describe('a kind', () => {
  const keyOf = (written: string, kinds?: Parameters<typeof kindBy>[0]): string | undefined => {
    const code = kindBy(kinds)(written);
    return code === undefined ? undefined : kindOf(code).key;
  };

  test.each([
    ['invoice', 'invoice'],
    ['Facture', 'invoice'],
    ['AVOIR', 'credit_note'],
    ['Note de crédit', 'credit_note'],
    ['Credit Memo', 'credit_note'],
    ['Règlement', 'payment'],
    ['Payment Entry', 'payment'],
    ['Remboursement', 'refund'],
    ['Impayé', 'returned'],
    ['Traite', 'bill'],
    ['Finance Charge Memo', 'charge'],
    ['À nouveau', 'opening'],
    ['Journal Entry', 'other'],
    ['Escompte', 'discount'],
    ['Retenue de garantie', 'retention'],
    ['FC', undefined],
    ['RV', undefined],
    ['Rechnung', undefined],
  ])('written %s is %s', (written, key) => {
    expect(keyOf(written)).toBe(key);
  });

  it('of a package goes before the words of everybody', () => {
    const kinds = PRESETS.find(({ name }) => name === 'sap-fbl5n')?.data().kinds;
    expect(['RV', 'dz', 'DG', 'Facture'].map((written) => keyOf(written, kinds))).toEqual([
      'invoice',
      'payment',
      'credit_note',
      'invoice',
    ]);
    expect(keyOf('Deposit', { Deposit: 'payment' })).toBe('payment');
    expect(keyOf('Deposit')).toBe('advance');
  });
});

test('the program has the keys of all marks from its build, and works none of them out', async () => {
  const { outputFiles } = await build({
    ...{ entryPoints: ['src/read/presets/mark-keys.ts'], plugins: [markKeysInside] },
    ...{ bundle: true, write: false, format: 'esm' },
  });
  const text = outputFiles[0]?.text ?? '';
  const { MARK_KEYS: inside } = await import(`data:text/javascript,${encodeURIComponent(text)}`);
  expect(inside).toEqual(MARK_KEYS);
  expect(text).not.toContain('function');
});
