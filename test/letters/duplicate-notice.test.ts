// Does the notice of unpaid tax say what CGI art. 272 asks, in the administration's own words (rules §4.4)?
import { expect, it } from 'vitest';
import { type Currency, currencyOf } from '../../src/core/currency.ts';
import { dayOf } from '../../src/core/day.ts';
import { duplicateNotice } from '../../src/letters/duplicate-notice.ts';
import { proseMd } from '../../src/letters/md.ts';
import type { DuplicateNotice } from '../../src/measures/provision/notices.ts';
import { noticeTable } from '../../src/report/views/duplicate-notice.ts';

const EUR = currencyOf('EUR') as Currency;
const WORDING =
  /^> \*\*Facture demeurée impayée pour la somme de (.+) \(prix net\) et pour la somme de (.+) \(TVA correspondante\) qui ne peut faire l'objet d'une déduction \(article 272 du CGI\)\*\*$/m;

const line = (document: string, net: number, tax: number): DuplicateNotice['lines'][number] => ({
  ...{ document, label: '', net, tax },
  date: dayOf(2025, 11, 3),
});

function pageOf(lines: DuplicateNotice['lines'], currency: Currency = EUR): string {
  const notice: DuplicateNotice = { id: 'C1', name: 'Debtor', currency, lines };
  const prose = duplicateNotice({
    ...{ asOf: dayOf(2026, 6, 30), id: 'C1', currency, lines, table: noticeTable(notice) },
    seller: { name: 'Seller SAS', registration: '000000018', address: ['7 rue de la Caisserie', '29990 Roscavel'] },
    debtor: { name: 'Debtor | <b>', registration: '', address: ['5 rue du Four'] },
  });
  expect(prose.lang).toBe('fr');
  return [...proseMd(prose)].join('');
}

it('of one invoice: the wording with its two sums', () => {
  const page = pageOf([line('FA25-0074', 1_000_000, 200_000)]);
  expect(WORDING.exec(page)?.slice(1)).toEqual(['10\u202f000,00\u00a0€', '2\u202f000,00\u00a0€']);
  expect(page).toContain('# Facture demeurée impayée\u00a0: FA25-0074 du 03/11/2025\n');
  expect(page).toContain('Seller SAS  \n7 rue de la Caisserie  \n29990 Roscavel  \nimmatriculation 000000018\n');
  expect(page).toContain('Debtor \\| &lt;b&gt;  \n5 rue du Four\n');
  expect(page).toContain('| FA25-0074 | 03/11/2025 | EUR | 10\u202f000,00 | 2\u202f000,00 | 12\u202f000,00 |');
  expect(page).not.toContain('**Total**');
});

it('of several: a statement, a line each, and the wording with the totals', () => {
  const page = pageOf([line('F1', 1_000_00, 200_00), line('F2', 50_01, 10_00)]);
  expect(page).toContain('# Relevé récapitulatif de factures demeurées impayées\n');
  expect(page).toContain(
    '| F1 | 03/11/2025 | EUR | 1\u202f000,00 | 200,00 | 1\u202f200,00 |\n| F2 | 03/11/2025 | EUR | 50,01 | 10,00 | 60,01 |',
  );
  expect(page).toContain('| **Total** |  | **EUR** | **1\u202f050,01** | **210,00** | **1\u202f260,01** |');
  expect(WORDING.exec(page)?.slice(1)).toEqual(['1\u202f050,01\u00a0€', '210,00\u00a0€']);
});

it('of another currency: its code in the place of the sign', () => {
  const page = pageOf([line('F1', 1_000_00, 200_00)], currencyOf('GBP') as Currency);
  expect(WORDING.exec(page)?.slice(1)).toEqual(['1\u202f000,00\u00a0GBP', '200,00\u00a0GBP']);
});
