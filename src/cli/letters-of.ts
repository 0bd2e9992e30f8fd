// What is each letter called, and which rows does it leave in the history? Letters are made when they are written, one at a time.
import type { Currency } from '../core/currency.ts';
import { minor } from '../core/money.ts';
import type { Plan } from '../io/apply.ts';
import { numberOf } from '../ledger/ledger.ts';
import { plainAmount } from '../text/amounts.ts';
import { slug } from '../text/file-name.ts';
import type { Input } from './command.ts';
import type { Form } from './dun-options.ts';
import type { Dunning } from './dunning-of.ts';
import { type History, type HistoryRow, historyPieces } from './history-rows.ts';
import type { Planned } from './planned.ts';

/** A letter that is to be written: its name in each of its forms, and all of them as a history names them. */
export type NamedLetter = Planned & { readonly files: readonly string[]; readonly file: string };

/** A letter's bytes in each of its forms. */
export type BytesOf = (letter: NamedLetter) => (form: Form) => Uint8Array;
type Write = Plan['writes'] extends Iterable<infer W> ? W : never;

export type LettersAsked = {
  readonly input: Input;
  readonly found: Dunning;
  readonly run: string;
  readonly forms: readonly Form[];
};

const LONGEST = 40;

/** By the run, the customer and the level; the currency where a customer gets several, and a number where two customers are spelt alike. */
export function namedLetters(planned: readonly Planned[], { input, run, forms }: LettersAsked): NamedLetter[] {
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
    const files = forms.map((form) => `${file}.${form}`);
    return { ...one, files, file: files.join(' ') };
  });
}

/** The plan that writes the letters into a folder, and their rows behind those of the history. */
export function planOf(
  asked: LettersAsked,
  letters: readonly NamedLetter[],
  bytesOf: BytesOf,
  folder: string | undefined,
  history: History,
): Plan {
  return {
    id: asked.run,
    folder: letters.length === 0 ? undefined : folder,
    count: letters.length * asked.forms.length,
    writes: writesOf(letters, asked.forms, bytesOf),
    replaces: () =>
      historyPieces({ ...history, rows: [...history.rows, ...letters.flatMap((one) => rowsOf(asked, one, history))] }),
  };
}

/** A letter is put together once for all of its forms, and forgotten before the next one. */
function* writesOf(letters: readonly NamedLetter[], forms: readonly Form[], bytesOf: BytesOf): Generator<Write> {
  for (const letter of letters) {
    const bytes = bytesOf(letter);
    for (const [i, form] of forms.entries()) yield { name: letter.files[i] as string, bytes: () => bytes(form) };
  }
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
