// What is a posting? The kinds of the contract, the side each one naturally stands on, and their names.
import { fold } from '../core/fold.ts';
import { LANGS, type Word, word } from '../core/word.ts';

/** +1: raises what the customer owes. −1: lowers it. 0: either, so its sign says nothing about a file's convention. */
type Side = 1 | -1 | 0;

export type Kind = { readonly key: string; readonly side: Side; readonly label: Word };

/** The order is the code stored in the `kind` column of a ledger. */
export const KINDS = [
  { key: 'invoice', side: 1, label: word('invoice', 'facture') },
  { key: 'credit_note', side: -1, label: word('credit note', 'avoir') },
  { key: 'payment', side: -1, label: word('payment', 'règlement') },
  { key: 'refund', side: 1, label: word('refund', 'remboursement') },
  { key: 'returned', side: 1, label: word('returned payment', 'impayé') },
  { key: 'bill', side: 1, label: word('bill', 'effet') },
  { key: 'transfer', side: 0, label: word('transfer', 'virement de compte') },
  { key: 'write_off', side: -1, label: word('write-off', 'perte') },
  { key: 'discount', side: -1, label: word('discount', 'escompte') },
  { key: 'charge', side: 1, label: word('charge', 'frais') },
  { key: 'fx', side: 0, label: word('exchange difference', 'écart de change') },
  { key: 'advance', side: -1, label: word('advance', 'acompte') },
  { key: 'retention', side: 1, label: word('retention', 'retenue de garantie') },
  { key: 'opening', side: 0, label: word('opening', 'à-nouveau') },
  { key: 'other', side: 0, label: word('other', 'autre') },
] as const satisfies readonly Kind[];

/** 1 for the kinds that naturally lower what is owed, by their code. */
export const IS_CREDIT_KIND = Uint8Array.from(KINDS, ({ side }) => (side === -1 ? 1 : 0));

export type KindKey = (typeof KINDS)[number]['key'];

const codes = new Map<string, number>(KINDS.map((kind, code) => [kind.key, code]));

/** The stored code of a kind. */
export function kindCode(key: KindKey): number {
  return codes.get(key) as number;
}

/** The names that reports for people show, so that what was written for a spreadsheet is read back. */
let byLabel: ReadonlyMap<string, number> | undefined;

/** The stored code of a kind as written (any case; spaces and hyphens count as `_`), or undefined. */
export function kindCodeOf(written: string): number | undefined {
  const known = codes.get(written) ?? codes.get(written.toLowerCase().replace(/[\s-]+/g, '_'));
  if (known !== undefined) return known;
  byLabel ??= new Map(KINDS.flatMap(({ label }, code) => LANGS.map((lang) => [fold(label[lang]), code] as const)));
  return byLabel.get(fold(written));
}

export function kindOf(code: number): Kind {
  return KINDS[code] as Kind;
}

/** True when a row is of one of these kinds. Most ledgers hold none of a rare one, which a look at one byte a row tells: at all of them at once. */
export function holdsKind(
  { kind, count }: { readonly kind: Uint8Array; readonly count: number },
  ...codes: readonly number[]
): boolean {
  const kinds = Buffer.from(kind.buffer, kind.byteOffset, count);
  return codes.some((code) => kinds.includes(code));
}
