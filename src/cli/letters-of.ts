// What is each letter called, and which rows does it leave in the history? Letters are made when they are written, one at a time.
import type { Currency } from '../core/currency.ts';
import { minor } from '../core/money.ts';
import type { Plan } from '../io/apply.ts';
import { numberOf } from '../ledger/ledger.ts';
import { plainAmount } from '../text/amounts.ts';
import { slug } from '../text/file-name.ts';
import type { Input } from './command.ts';
import type { Dunning } from './dunning-of.ts';
import { type History, type HistoryRow, historyPieces } from './history-rows.ts';
import type { Planned } from './planned.ts';

/** A letter that is to be written, under its name. */
export type NamedLetter = Planned & { readonly file: string };

export type LettersAsked = {
  readonly input: Input;
  readonly found: Dunning;
  readonly run: string;
};

const LONGEST = 40;

/** By the run, the customer and the level; the currency where a customer gets several, and a number where two customers are spelt alike. */
export function namedLetters(planned: readonly Planned[], { input, run }: LettersAsked): NamedLetter[] {
  const { customers } = input.book.ledger;
  const of = new Map<number, Currency[]>();
  for (const { notice } of planned) of.set(notice.customer, [...(of.get(notice.customer) ?? []), notice.currency]);
  const taken = new Set<string>();
  return planned.map((one) => {
    const { customer, level, currency } = one.notice;
    const [id, name] = [slug(customers.id(customer), LONGEST), slug(customers.nameOf(customer), LONGEST)];
    const who = [id, ...(name === id ? [] : [name])].filter((part) => part !== '').join('-') || 'customer';
    const several = (of.get(customer)?.length ?? 0) > 1;
    const stem = `${run}-${who}-${(level ?? '').replace('_', '-')}${several ? `-${currency.toLowerCase()}` : ''}`;
    let file = stem;
    for (let number = 2; taken.has(file); number++) file = `${stem}-${number}`;
    taken.add(file);
    return { ...one, file: `${file}.txt` };
  });
}

/** The plan that writes the letters into a folder, and their rows behind those of the history. */
export function planOf(
  asked: LettersAsked,
  letters: readonly NamedLetter[],
  textOf: (letter: NamedLetter) => string,
  folder: string | undefined,
  history: History,
): Plan {
  const encoder = new TextEncoder();
  return {
    id: asked.run,
    folder: letters.length === 0 ? undefined : folder,
    writes: map(letters, (one) => ({ name: one.file, bytes: () => encoder.encode(textOf(one)) })),
    replaces: () =>
      historyPieces({ ...history, rows: [...history.rows, ...letters.flatMap((one) => rowsOf(asked, one, history))] }),
  };
}

function* map<T, U>(all: readonly T[], of: (one: T) => U): Generator<U> {
  for (const one of all) yield of(one);
}

/** One an item that goes a level further: what is listed and stays at its level was not reminded at one. */
function rowsOf({ input, run }: LettersAsked, { notice, channel, file }: NamedLetter, { others }: History): HistoryRow[] {
  const { ledger } = input.book;
  return notice.items.flatMap(({ row, due, open, disputed, level }) =>
    level === undefined
      ? []
      : [
          {
            ...{ day: input.asOf, run, customer: ledger.customers.id(notice.customer), document: numberOf(ledger, row) },
            ...{
              level,
              channel,
              amount: plainAmount(minor(open - disputed), notice.currency),
              file,
              state: 'written' as const,
              due,
            },
            ...{ currency: notice.currency, entity: ledger.customers.entity(notice.customer), others: others.map(() => '') },
          },
        ],
  );
}
