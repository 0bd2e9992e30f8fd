// What was charged before for an item (--charged)? The rows of the table by customer, number, due day and currency, added up; what stands there for nothing that is late is told.
import { type Currency, exponentOf } from '../core/currency.ts';
import type { Diagnostics } from '../core/diagnostic.ts';
import { counted, listed } from '../core/plural.ts';
import type { SideTable } from '../ledger/side-table.ts';
import type { Charged, ChargedKey, ChargedTable } from '../measures/charged-before.ts';
import type { ChargedField } from '../read/tables/charged.ts';
import { placeIn } from './place-in-table.ts';

/** What stands under one key, in the table's own scale until the currency of the item is known. */
type Entry = {
  interest: number;
  indemnity: number;
  readonly scale: Currency;
  readonly entity: string;
  readonly row: number;
  isAsked: boolean;
};

export class ChargedRows implements ChargedTable {
  readonly #table: SideTable<ChargedField> | undefined;
  readonly #entries = new Map<string, Entry>();
  readonly #indemnityIn: (customer: string) => Currency | undefined;
  readonly #entities: ReadonlySet<string>;

  /** `indemnityIn`: the currency that the law of a customer names for its indemnity. `entities`: those that are asked for; what was charged by another is not looked for. */
  constructor(
    table: SideTable<ChargedField> | undefined,
    indemnityIn: (customer: string) => Currency | undefined,
    entities: readonly string[],
  ) {
    this.#table = table;
    this.#indemnityIn = indemnityIn;
    this.#entities = new Set(['', ...entities]);
    for (let row = 0; table !== undefined && row < table.count; row++) {
      const currency = table.text('currency', row) === '' ? '' : table.currency(row);
      const entity = table.text('entity', row);
      const key = keyOf(entity, table.text('customer', row), table.text('document', row), table.day('due', row), currency);
      const entry = this.#entries.get(key) ?? {
        interest: 0,
        indemnity: 0,
        scale: table.currency(row),
        entity,
        row,
        isAsked: false,
      };
      entry.interest += table.amount('interest', row) ?? 0;
      entry.indemnity += table.amount('indemnity', row) ?? 0;
      this.#entries.set(key, entry);
    }
  }

  of(key: ChargedKey): Charged | undefined {
    const entry = this.#entryOf(key);
    if (entry === undefined) return undefined;
    entry.isAsked = true;
    const indemnityIn = this.#indemnityIn(key.customer) ?? key.currency;
    return {
      interest: scaled(entry.interest, entry.scale, key.currency),
      indemnity: scaled(entry.indemnity, entry.scale, indemnityIn),
    };
  }

  leave(key: ChargedKey, left: Charged): void {
    const entry = this.#entryOf(key);
    if (entry === undefined) return;
    entry.interest = scaled(left.interest, key.currency, entry.scale);
    entry.indemnity = scaled(left.indemnity, this.#indemnityIn(key.customer) ?? key.currency, entry.scale);
  }

  /** A row that says no entity counts for every firm, as one without a currency does for every currency. */
  #entryOf({ entity, customer, document, due, currency }: ChargedKey): Entry | undefined {
    for (const of of new Set([entity, ''])) {
      for (const inCurrency of [currency, '']) {
        const entry = this.#entries.get(keyOf(of, customer, document, due, inCurrency));
        if (entry !== undefined) return entry;
      }
    }
    return undefined;
  }

  /** False when an amount is negative: what was charged was charged. */
  isSound(diagnostics: Diagnostics): boolean {
    const table = this.#table;
    let sound = true;
    for (let row = 0; table !== undefined && row < table.count; row++) {
      for (const field of ['interest', 'indemnity'] as const) {
        if ((table.amount(field, row) ?? 0) >= 0) continue;
        sound = false;
        diagnostics.add({
          code: 'cell-unreadable',
          ...placeIn(table, field, row),
          what: `${field}: what was charged is no negative amount`,
          fix: 'leave out what was given back, in the row that charged it',
        });
      }
    }
    return sound;
  }

  /** Rows of nothing that is late, and amounts beyond what ran: a number that is spelt otherwise is charged twice. */
  tell(diagnostics: Diagnostics): void {
    const table = this.#table;
    if (table === undefined) return;
    const name = ({ row }: Entry): string => `${table.text('customer', row)} ${table.text('document', row)}`.trim();
    const all = [...this.#entries.values()].filter(({ entity }) => this.#entities.has(entity));
    const unasked = all.filter(({ isAsked }) => !isAsked);
    const [first] = unasked;
    if (first !== undefined) {
      diagnostics.add({
        code: 'charged-unmatched',
        file: table.file,
        line: table.line(first.row),
        what: `${counted(unasked.length, 'item')} of what was charged ${unasked.length === 1 ? 'is' : 'are'} no late item of this ledger: ${listed(unasked, name)}`,
        why: 'an item whose number is spelt otherwise there is charged again',
        fix: 'spell customer, document and due day as the ledger does',
      });
    }
    const beyond = all.filter((entry) => entry.isAsked && (entry.interest > 0 || entry.indemnity > 0));
    const [most] = beyond;
    if (most === undefined) return;
    diagnostics.add({
      code: 'charged-unmatched',
      file: table.file,
      line: table.line(most.row),
      what: `more was charged than is owed for ${counted(beyond.length, 'item')}: ${listed(beyond, name)}`,
      why: 'what was charged beyond is taken off nothing else',
      fix: 'check what was charged, and give back what was not owed',
    });
  }
}

function keyOf(entity: string, customer: string, document: string, due: number | undefined, currency: string): string {
  return `${entity}\0${customer}\0${document}\0${due ?? ''}\0${currency}`;
}

/** The same amount in the minor units of another currency: 40 yen written for euros are 40.00. */
function scaled(units: number, from: Currency, to: Currency): number {
  const by = exponentOf(to) - exponentOf(from);
  return by >= 0 ? units * 10 ** by : Math.trunc(units / 10 ** -by);
}
