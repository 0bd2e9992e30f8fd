// What do the accounts of a journal of all accounts say of losses beside its receivables? The allowance (491) and what it rose by, and what came in of claims lost before (7583, before 2025 7714).
import type { Currency } from '../core/currency.ts';
import { type Day, endOfMonth, NO_DAY, plusMonths } from '../core/day.ts';
import { Diagnostics } from '../core/diagnostic.ts';
import { type Word, word } from '../core/word.ts';
import { kindCode } from '../ledger/kind.ts';
import { column, currencyAt, type Ledger } from '../ledger/ledger.ts';
import type { Period } from '../measures/losses/scope.ts';
import type { Input, Read } from './command.ts';
import { speakOfAll } from './losses-beside.ts';

type Sums = ReadonlyMap<Currency, number>;

/** Each undefined where the ledger has no such account. */
export type BookedLosses = {
  readonly allowance: Sums | undefined;
  readonly allowanceChange: Sums | undefined;
  /** In the period. */
  readonly recovered: Sums | undefined;
};

const OPENING = kindCode('opening');
const ALLOWANCE = '491';
const RECOVERED = ['7583', '7714'] as const;
const NOTHING: BookedLosses = { allowance: undefined, allowanceChange: undefined, recovered: undefined };

/** Of all customers and rows, in the currency of the books; 'refused' where rows of these accounts cannot be read: the diagnostics say why. */
export async function bookedLosses(
  input: Input,
  asked: { readonly period: Period; readonly entity: readonly string[]; readonly inBase: boolean; readonly isNarrowed: boolean },
): Promise<BookedLosses | 'refused'> {
  const { reading, sources, diagnostics } = input;
  const others = reading.understanding.flatMap(({ accounts }) => accounts?.others ?? []);
  const has = (...begin: string[]): boolean => others.some((one) => begin.some((account) => one.startsWith(account)));
  const [allowance, recovered] = [has(ALLOWANCE), has(...RECOVERED)];
  if (!(allowance || recovered) || !speakOfAll(input, asked)) return NOTHING;
  const told = new Diagnostics();
  const { ledger } = (await input.readAgain(sources, told, [ALLOWANCE, ...RECOVERED])).reading;
  diagnostics.addAll(told, 'error');
  if (told.failed) return 'refused';
  const accounts = column(ledger, 'account');
  /** Credits less debits of accounts that begin so. */
  const sumsOf = (begin: readonly string[], keeps: (row: number) => boolean): Sums => {
    const sums = new Map<Currency, number>();
    for (let row = 0; row < ledger.count; row++) {
      const account = accounts?.dictionary.value(accounts.codes[row] as number) ?? '';
      const entity = ledger.customers.entity(ledger.customer[row] as number);
      const isAsked = asked.entity.length === 0 || asked.entity.includes(entity);
      if (!isAsked || !begin.some((one) => account.startsWith(one)) || !keeps(row)) continue;
      const currency = currencyAt(ledger, ledger.currency[row] as number);
      sums.set(currency, (sums.get(currency) ?? 0) - (ledger.amount[row] as number));
    }
    return sums;
  };
  const { from, to } = asked.period;
  const isBy = (row: number): boolean => (ledger.day[row] as number) <= to;
  // What is brought forward was there before, whatever day it bears.
  const isMoved = (row: number): boolean => isBy(row) && (ledger.day[row] as number) >= from && ledger.kind[row] !== OPENING;
  const isStartKnown = beginsBy(from, reading, ledger);
  return {
    allowance: allowance ? sumsOf([ALLOWANCE], isBy) : undefined,
    allowanceChange: allowance && isStartKnown ? sumsOf([ALLOWANCE], isMoved) : undefined,
    recovered: recovered ? sumsOf(RECOVERED, isMoved) : undefined,
  };
}

/** True where the books go back to a day: by their first entry, by what they bring forward, or by the year their name says they are of. */
function beginsBy(from: Day, { understanding, ledger: receivables }: Read['reading'], ledger: Ledger): boolean {
  const isOpened = ({ kind, day, count }: Ledger): boolean =>
    kind.subarray(0, count).some((one, row) => one === OPENING && (day[row] as number) <= from);
  const years = understanding.flatMap(({ journal }) => journal ?? []);
  const isOfYear = years.some(
    ({ firstDay, closing }) =>
      (firstDay !== NO_DAY && firstDay <= endOfMonth(from)) || (closing !== undefined && plusMonths(closing, -12) < from),
  );
  return isOfYear || isOpened(receivables) || isOpened(ledger);
}

/** What was taken of it stands in the report. */
export function bookedNotes(taken: { readonly allowance: boolean; readonly recovered: boolean }): Word[] {
  const ofAllowance = word(
    'The allowance, and its change where none is given, are those of account 491 of the ledger.',
    'La dépréciation, et sa variation si aucune n’est donnée, sont celles du compte 491 du grand livre.',
  );
  const ofRecovered = word(
    'What was recovered is what stands on account 7583 (before 2025: 7714) of the ledger in the period.',
    'Les rentrées sont celles du compte 7583 (avant 2025 : 7714) du grand livre sur la période.',
  );
  return [...(taken.allowance ? [ofAllowance] : []), ...(taken.recovered ? [ofRecovered] : [])];
}
