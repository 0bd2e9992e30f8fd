// What comes of the copies that `ar check --anonymise` writes? Each ledger with its copy, aged by the program, so that a test can hold one against the other.
import { parse } from 'csv-parse/sync';
import { expect } from 'vitest';
import { isChartName } from '../../src/read/anonymise/kept-words.ts';
import { ar, FOLDER } from '../peers/program.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;
type Row = { readonly [key: string]: string };

/** The copies of ledgers, in their order; undefined where `ar` said why there are none. */
export async function copiesOf(files: Files, asOf: string, ...more: string[]): Promise<Files | undefined> {
  const names = Object.keys(files);
  const ran = await ar(['check', ...names, '--as-of', asOf, '--anonymise', FOLDER, '--format', 'csv', '--quiet', ...more], files);
  expect([0, 1, 2], ran.stderr).toContain(ran.code);
  expect(ran.stderr).not.toContain('copy-refused');
  if (ran.code === 2) return undefined;
  expect([...ran.bytes.keys()].every((name) => name.startsWith(`${FOLDER}/`))).toBe(true);
  const copies = [...ran.bytes].map(([name, bytes]) => [name.slice(FOLDER.length + 1), bytes] as const);
  expect(copies).toHaveLength(names.length);
  return Object.fromEntries(copies);
}

/** Columns that say who and which, and not how much and when. */
const WHO = ['customer', 'name', 'document', 'assigned_to', 'group', 'collector'];

/** What is open, a row an item, by all that names nobody; and the settlement, by evidence. */
export async function figuresOf(
  files: Files,
  asOf: string,
  ...more: string[]
): Promise<{ readonly items: string[]; readonly shares: string }> {
  const names = Object.keys(files);
  const args = [...names, '--as-of', asOf, '--format', 'csv', '--quiet', ...more];
  const aged = await ar(['age', ...args, '--detail', '--group-by', 'customer'], files);
  const rows: Row[] = aged.code === 2 ? [] : parse(aged.stdout, { columns: true });
  const items = rows.map((row) => JSON.stringify(Object.entries(row).filter(([key]) => !WHO.includes(key)))).sort();
  const checked = await ar(['check', ...args, '--section', 'settlement'], files);
  return { items, shares: checked.stdout };
}

/** Words of four letters or more that a ledger and its copy share; `kept`: those that may, the headings. */
export function sharedWords(before: string, after: string, kept: string): string[] {
  const words = (text: string): Set<string> => new Set(text.match(/[\p{L}\p{M}]{4,}/gu) ?? []);
  const may = words(kept);
  const copied = words(after);
  return [...words(before)].filter((word) => copied.has(word) && !may.has(word) && !isChartName(word));
}
