// Which kind of posting does a word mean? The words of both languages, and a package's own where it is known which one wrote the file.
import { type KindKey, kindCode, kindCodeOf } from '../ledger/kind.ts';
import { sameHeading } from './headings.ts';

/** Words that mean one kind in any export, folded. A code of two letters is a package's, and stands with its preset. */
const WORDS: { readonly [kind in KindKey]: readonly string[] } = {
  invoice: [
    ...['facture', 'factures', 'facture client', 'facture de vente', 'sales invoice', 'customer invoice', 'tax invoice'],
    ...['inv', 'fact', 'facture d acompte', 'facture acompte', 'facture de situation', 'facture de solde'],
  ],
  credit_note: [
    ...['avoir', 'avoirs', 'avoir client', 'facture d avoir', 'note de credit', 'credit memo', 'sales credit note'],
    ...['customer credit note'],
  ],
  payment: [
    ...['reglement', 'reglements', 'paiement', 'encaissement', 'reglement client', 'receipt', 'cash receipt'],
    ...['customer payment', 'pmt', 'payment entry', 'payment received', 'cheque', 'virement', 'virement bancaire', 'prelevement'],
    ...['carte bancaire', 'especes'],
  ],
  refund: ['remboursement', 'customer refund', 'remboursement client'],
  returned: [
    ...['impaye', 'rejet', 'rejet de prelevement', 'cheque impaye', 'prelevement rejete', 'returned payment'],
    ...['bounced payment', 'chargeback'],
  ],
  bill: ['effet', 'traite', 'lcr', 'lettre de change', 'effet a recevoir', 'bill of exchange'],
  transfer: ['virement de compte', 'transfert', 'reclassement'],
  write_off: ['perte', 'creance irrecouvrable', 'irrecouvrable', 'writeoff', 'bad debt', 'passage en perte'],
  discount: ['escompte', 'cash discount', 'payment discount'],
  charge: [
    ...['frais', 'interets', 'interets de retard', 'penalites', 'agios', 'finance charge', 'finance charge memo'],
    ...['late fee', 'interest', 'statement charge'],
  ],
  fx: ['ecart de change', 'difference de change', 'exchange difference', 'gain loss on exchange'],
  advance: ['acompte', 'avance', 'prepayment', 'down payment', 'deposit'],
  retention: ['retenue de garantie', 'retenue'],
  opening: [
    ...['a nouveau', 'a nouveaux', 'solde anterieur', 'report a nouveau', 'ouverture', 'opening balance', 'balance forward'],
    ...['brought forward', 'solde initial'],
  ],
  other: [
    ...['autre', 'divers', 'od', 'operation diverse', 'operations diverses', 'journal', 'journal entry', 'general journal'],
    ...['ecriture'],
  ],
};

let words: ReadonlyMap<string, number> | undefined;

function generic(): ReadonlyMap<string, number> {
  words ??= new Map(
    (Object.entries(WORDS) as [KindKey, readonly string[]][]).flatMap(([key, list]) =>
      list.map((word) => [word, kindCode(key)] as const),
    ),
  );
  return words;
}

/** The code of a kind as written: by the package's own words, the names of the contract, then the words of both languages. */
export function kindBy(kinds: { readonly [written: string]: KindKey } = {}): (written: string) => number | undefined {
  const own = new Map(Object.entries(kinds).map(([written, key]) => [sameHeading(written), kindCode(key)]));
  return (written) => {
    const same = own.size > 0 ? own.get(sameHeading(written)) : undefined;
    return same ?? kindCodeOf(written) ?? generic().get(sameHeading(written));
  };
}

/** What may be written for a kind, nearest names being looked for among them. */
export function kindWords(): string[] {
  return [...generic().keys()];
}
