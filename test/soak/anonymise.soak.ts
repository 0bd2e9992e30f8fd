// Has every ledger there is a copy that names nobody? Those of all cases and the real ones: each has one that is proved, or is refused, and no word of a name is in it.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { isChartName } from '../../src/read/anonymise/kept-words.ts';
import { ar } from '../peers/program.ts';

const root = resolve(import.meta.dirname, '../..');
const shared = process.env['AR_SHARED'];
const folders = [
  join(root, 'test/cases'),
  join(root, 'fixtures'),
  ...(shared === undefined ? [] : [resolve(root, shared, 'data')]),
];
const MOST = 5_000_000;
const files = folders
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
  .filter((path) => /\.(?:csv|tsv|txt)$/i.test(path) && statSync(path).isFile() && statSync(path).size < MOST)
  .sort();

/** Words of statuses and kinds, a currency, and headings that stand among titles. */
const KEPT = new Set(
  `Repaid Financed Overdue Rejected Under Review Initiated Awaiting Draft Voided Deleted Approval Émise Annulée Rechnung Open Paid Void Partially
   Posted Cancelled Company Code Euro Intitulé`.split(/\s+/),
);

/** Words of two capitals or more are letters and codes; those with a small letter are names, unless headings have them. */
function namesIn(text: string): Set<string> {
  return new Set((text.match(/\p{Lu}\p{Ll}{3,}/gu) ?? []).filter((word) => !isChartName(word)));
}

test('every ledger has a copy, or is refused', async () => {
  const tally = { copied: 0, refused: 0, unread: 0 };
  const wrong: string[] = [];
  for (const path of files) {
    const name = path.split(/[/\\]/).at(-1) as string;
    const bytes = readFileSync(path);
    const ran = await ar(['check', name, '--as-of', '2026-06-30', '--anonymise', 'copy.csv', '--quiet', '--format', 'json'], {
      [name]: bytes,
    });
    if (ran.code === 3) wrong.push(`${path}: ${ran.stderr}`);
    const copy = ran.bytes.get('copy.csv');
    if (copy === undefined) {
      tally[ran.stderr.includes('copy-refused') ? 'refused' : 'unread']++;
      continue;
    }
    tally.copied++;
    const names: string[] = [];
    const { sections } = JSON.parse(ran.stdout) as { sections: { name: string; rows: { treated: string; heading: string }[] }[] };
    const columns = sections.find((section) => section.name === 'anonymised')?.rows ?? [];
    const headings = namesIn(columns.map(({ heading }) => heading).join(' '));
    const copied = namesIn(Buffer.from(copy).toString());
    for (const word of namesIn(bytes.toString()))
      if (copied.has(word) && !headings.has(word) && !KEPT.has(word)) names.push(word);
    if (names.length > 0) wrong.push(`${path}: ${names.join(' ')}`);
  }
  console.log(`copies: ${tally.copied} of ${files.length} files copied, ${tally.refused} refused, ${tally.unread} no ledgers`);
  expect(tally.copied).toBeGreaterThan(500);
  expect(wrong).toEqual([]);
});
