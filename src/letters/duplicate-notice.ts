// What does French law ask of whoever gets back the tax of an invoice that stayed unpaid? To tell the debtor, in its own words, that he can deduct it no longer (CGI art. 272-1; rules §4.4).
import type { Currency } from '../core/currency.ts';
import type { Day } from '../core/day.ts';
import type { Section } from '../report/report.ts';
import { noticeWording } from '../report/views/duplicate-notice.ts';
import { dayFor } from '../text/days.ts';
import { type Party, partyInLine, partyInLines } from './party.ts';
import { type Block, heading, type Prose, paragraph } from './prose.ts';

type NoticeFacts = {
  readonly asOf: Day;
  readonly seller: Party | undefined;
  readonly id: string;
  readonly debtor: Party;
  readonly currency: Currency;
  readonly lines: readonly { readonly document: string; readonly date: Day; readonly net: number; readonly tax: number }[];
  readonly table: Section;
};

/** In French whatever the language of the run: the words are the law's. */
export function duplicateNotice(facts: NoticeFacts): Prose {
  const { lines, id, asOf, seller, debtor } = facts;
  const [first] = lines;
  const title =
    lines.length === 1 && first !== undefined
      ? `Facture demeurée impayée\u00a0: ${first.document || 'sans numéro,'} du ${dayFor('fr', first.date)}`
      : 'Relevé récapitulatif de factures demeurées impayées';
  const blocks: Block[] = [
    heading('Vendeur'),
    seller === undefined ? paragraph(NO_SELLER) : { kind: 'lines', lines: partyInLines(seller, 'fr') },
    heading('Client'),
    { kind: 'lines', lines: partyInLines(debtor, 'fr') },
    { kind: 'fields', rows: [['Référence\u00a0:', id] as const, ['Établi au\u00a0:', dayFor('fr', asOf)] as const] },
    heading(lines.length === 1 ? 'Facture' : 'Factures'),
    { kind: 'table', section: facts.table },
    ...(lines.length === 1
      ? [paragraph('Mention portée sur le duplicata de la facture\u00a0:')]
      : [paragraph('Mention valant pour chacune de ces factures, pour les sommes de sa ligne, et au total\u00a0:')]),
    { kind: 'wording', text: noticeWording(lines, facts.currency) },
    ...(seller === undefined ? [] : [paragraph(`Pour ${partyInLine({ ...seller, address: [] }, 'fr')}`)]),
  ];
  return { lang: 'fr', title, blocks };
}

/** A notice that names nobody is none: it says so, where the name belongs. */
const NO_SELLER = 'À compléter\u00a0: aucun nom d’entreprise n’a été donné ([company] dans ar.toml).';
