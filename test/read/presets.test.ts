// Is the export of each package read with no option, and still when a column is missing, renamed or somewhere else?
import { describe, expect, it, test } from 'vitest';
import { unbroken } from '../../src/read/headings.ts';
import { LEDGER_HEADINGS } from '../../src/read/ledger-headings.ts';
import { choosePreset } from '../../src/read/presets/choose.ts';
import { PRESETS } from '../../src/read/presets/registry.ts';
import { type PresetFile, presetFiles, rearranged } from './preset-files.ts';
import { factsOf, openIn } from './preset-reading.ts';

const every = (file: PresetFile): { from: number }[] => file.headings.map((_, from) => ({ from }));

test('there is a file for every preset', () => {
  expect(presetFiles.map(({ preset }) => preset)).toEqual([...PRESETS.map(({ name }) => name), 'generic']);
});

test('the lines of a document are one document', async () => {
  const file = presetFiles.find(({ preset }) => preset === 'xero-invoices') as PresetFile;
  const at = file.headings.indexOf('*Description');
  const lines = file.rows.flatMap((cells) => [cells, cells.map((cell, i) => (i === at ? 'carriage' : cell))]);
  expect(await openIn({ ...file, rows: lines })).toEqual(file.expected);
  expect(await openIn({ ...file, rows: lines }, '--engine', 'careful')).toEqual(file.expected);
});

describe.each(presetFiles.map((file) => [file.preset, file] as const))('an export of %s', (preset, file) => {
  it('is read with no option into what is open', async () => {
    expect(await openIn(file)).toEqual(file.expected);
  });

  it('is read by the careful reader as well', async () => {
    expect(await openIn(file, '--engine', 'careful')).toEqual(file.expected);
  });

  it('is told by its headings', async () => {
    expect((await factsOf(file)).get('preset')?.split(':')[0] ?? 'generic').toBe(preset);
  });

  it('has no heading that is not understood', async () => {
    expect((await factsOf(file)).get('not read')).toBe(preset === 'generic' ? 'Observations' : undefined);
  });

  it('is read in another order of columns', async () => {
    expect(await openIn(rearranged(file, every(file).reverse()))).toEqual(file.expected);
  });

  it('is read with columns that no package writes', async () => {
    const headings = [...file.headings, 'Zone libre', 'X1'];
    const rows = file.rows.map((cells) => [...cells, 'abc', '12']);
    expect(await openIn({ ...file, headings, rows })).toEqual(file.expected);
  });

  const choice = choosePreset(file.headings);
  const idle = new Set([...(choice?.data.known ?? []), 'Commercial', 'Observations'].map(unbroken));
  const fields = Object.entries({ ...choice?.columns.columns }) as [keyof typeof LEDGER_HEADINGS.synonyms, readonly string[]][];
  const fieldAt = (heading: string) => fields.find(([, names]) => names.some((one) => unbroken(one) === unbroken(heading)))?.[0];
  const OPTIONAL: readonly string[] = ['label', 'journal', 'collector', 'payment_mode', 'base', 'status', 'letter_day', 'terms'];

  const dropped = file.headings.filter((heading) => idle.has(unbroken(heading)) || OPTIONAL.includes(fieldAt(heading) ?? ''));
  if (dropped.length > 0) {
    test.each(dropped)('is read without %s', async (heading) => {
      const columns = every(file).filter(({ from }) => file.headings[from] !== heading);
      expect(await openIn(rearranged(file, columns))).toEqual(file.expected);
    });
  }

  const renamed = file.headings.flatMap((heading, from) => {
    const field = fieldAt(heading);
    const names = field === undefined ? [] : (LEDGER_HEADINGS.synonyms[field] ?? []);
    const name = names.find((one) => !file.headings.some((other) => unbroken(other) === unbroken(one)));
    return name === undefined ? [] : [[heading, name, from] as const];
  });
  if (renamed.length > 0) {
    test.each(renamed)('is read with %s renamed %s', async (_, name, at) => {
      const columns = every(file).map(({ from }) => ({ from, heading: from === at ? name : undefined }));
      expect(await openIn(rearranged(file, columns))).toEqual(file.expected);
    });
  }
});
