// What is written on the entry of a posting? Its own label, else what it is; behind that its numbers that stand nowhere else. Of money the bank paid out nothing else of
// the entry says why, so the label does.
import { type KindKey, kindCode, kindOf } from '../ledger/kind.ts';
import type { Ledger } from '../ledger/ledger.ts';

/** Words by which a label of money given back would be read as that of a payment that bounced (read/entries/kinds.ts). */
const BOUNCED = /rejet|impay|retour|sans provision|unpaid|returned|bounced/i;

/** `piece`: the number that stands in the entry's own field; `readAs`: the kind that is read of the entry. */
export function postingLabel(ledger: Ledger, row: number, piece: string, readAs: KindKey): string {
  const { document, reference, label } = ledger.columns;
  const own = label?.dictionary.value(label.codes[row] as number) ?? '';
  const named = nameOf(readAs);
  const paidOut = readAs === 'returned' || readAs === 'refund';
  const told = readAs === 'refund' && BOUNCED.test(own) ? '' : own;
  const text = paidOut ? [named, told].filter((part) => part !== '').join(' ') : told || named;
  const numbers = [document?.at(row) ?? '', reference?.at(row) ?? ''];
  // A label that only names the kind is told apart by the number, though that stands beside it.
  const beside = numbers.filter((number) => number !== '' && (told === '' || number !== piece) && !text.includes(number));
  return [text, ...new Set(beside)].join(' ');
}

function nameOf(kind: KindKey): string {
  // The file is for readers of French: the law that asks for it is.
  const { fr } = kindOf(kindCode(kind)).label;
  return fr.charAt(0).toUpperCase() + fr.slice(1);
}
