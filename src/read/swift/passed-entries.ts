// Which entries of a batch hold no receivable, and say nothing that a kernel cannot keep? Most of a journal's: what they add to what is known of the file is
// worked out from columns (entries.wat), and nobody looks at their lines.
import type { Journal, JournalEntries } from '../entries/journal-entries.ts';
import { bitsOf, sortOf } from '../entries/sorts.ts';
import { type AmountCells, type DayCells, type KeyCells, TENS } from './columns.ts';
import { KeyTable } from './key-table.ts';
import { BATCH, type Machine } from './machine.ts';

/** What the number of an entry says beside that of the row above: the same; another; nothing, so that texts must be asked. */
export const [GOES_ON, BEGINS, ASK] = [0, 1, 2] as const;

/** What an entry is looked at for: sales are summed by month, and what moves own funds may bring a year forward. */
const CARE = bitsOf('sale', 'equity');

/** Places in the block of numbers, as words; entries.wat says what each is. */
const [SORTS_OF, FIRST_DAY, LAST_DAY, BLOCK] = [6, 10, 11, 12];
/** Later, and earlier, than any day. */
const [NEVER_YET, NEVER] = [0x7fffffff, -0x80000000];

/** The columns entries are made of; `lowered` is taken off `raised`. */
type EntryCells = {
  readonly accounts: KeyCells;
  readonly journals: KeyCells;
  readonly days: DayCells;
  readonly raised: AmountCells;
  readonly lowered: AmountCells;
  /** The side of what is raised, where that is a column: such amounts are told by texts. */
  readonly sense: KeyCells;
};

export class PassedEntries {
  readonly #machine: Machine;
  readonly #entries: JournalEntries;
  readonly #cells: EntryCells;
  readonly #number: number;
  readonly #exponent: number;
  /** The sort of each account; of each journal whether it is known and plain, and what its entries that were passed hold. */
  readonly #sorts: KeyTable;
  readonly #plain: KeyTable;
  readonly #holds: KeyTable;
  /** The journal of each key that is plain. */
  readonly #journals: Journal[] = [];
  /** Places of what rows of the batch say of their entries, of their amounts, of the powers of ten, and of the block. */
  readonly #says: number;
  readonly #net: number;
  readonly #tens: number;
  readonly #block: number;

  /** `number`: the column of entries' numbers, below 0 where the file has none. */
  constructor(machine: Machine, entries: JournalEntries, cells: EntryCells, number: number, exponent: number) {
    this.#machine = machine;
    this.#entries = entries;
    this.#cells = cells;
    this.#number = number;
    this.#exponent = exponent;
    this.#sorts = new KeyTable(machine);
    this.#plain = new KeyTable(machine);
    this.#holds = new KeyTable(machine);
    this.#says = machine.take(BATCH);
    this.#net = machine.take(BATCH * 8);
    this.#tens = machine.take(TENS.length * 8);
    this.#block = machine.take(BLOCK * 4);
    machine.doubles.set(TENS, this.#tens >> 3);
    const { accounts, journals, days } = cells;
    const columns = [accounts.keys, journals.keys, days.days, this.#net, this.#says, machine.code.odd.value];
    machine.words.set([...columns, 0, 0, 0, CARE], this.#block >> 2);
    machine.bytes.fill(ASK, this.#says, this.#says + BATCH);
    machine.doubles.fill(Number.NaN, this.#net >> 3, (this.#net >> 3) + BATCH);
  }

  /** Reads what the rows of a batch say, whose columns were read. */
  read(row: number, count: number): void {
    const { code } = this.#machine;
    const { journals, raised, lowered, sense } = this.#cells;
    if (this.#number >= 0) code.sequence(row, count, this.#number, journals.keys, this.#says);
    if (sense.field !== undefined) return;
    const amounts = [raised.units, raised.decimals, lowered.units, lowered.decimals] as const;
    code.net(count, ...amounts, this.#exponent, this.#tens, this.#net);
  }

  /** What entry `r` of the batch says beside the row above it. */
  says(r: number): number {
    return this.#machine.bytes[this.#says + r] as number;
  }

  /** The amount of entry `r`, debits above nothing; NaN for one that texts must tell. */
  amount(r: number): number {
    return this.#machine.doubles[(this.#net >> 3) + r] as number;
  }

  /** The sort of an account by its key. */
  sort(key: number): number {
    if (key >= this.#sorts.size) this.#learn();
    return this.#machine.words[(this.#sorts.place >> 2) + key] as number;
  }

  /** A journal is met, under its key. */
  meet(key: number, journal: Journal): void {
    if (key < 0 || journal.opening) return;
    this.#learn();
    this.#plain.set(key, 1);
    this.#journals[key] = journal;
  }

  /**
   * Passes over entries of the batch from row `r` on, which begins one that is told by its bytes, and before row `to`. Returns the row that begins the
   * first entry to be looked at.
   */
  over(r: number, to: number): number {
    // One of a number that stood elsewhere belongs to that one.
    if (!this.#entries.endEntry()) return r;
    this.#learn();
    const { words, code } = this.#machine;
    const block = this.#block >> 2;
    words[block + FIRST_DAY] = NEVER_YET;
    words[block + LAST_DAY] = NEVER;
    const stopped = code.passOver(this.#block, r, to);
    if (stopped > r) this.#entries.passed(words[block + FIRST_DAY] as number, words[block + LAST_DAY] as number);
    return stopped;
  }

  /** The rows of a batch are done with. */
  leave(): void {
    for (const [key, journal] of this.#journals.entries()) {
      const { words } = this.#machine;
      const at = (this.#holds.place >> 2) + key;
      if (journal === undefined || (words[at] ?? 0) === 0) continue;
      this.#entries.hold(journal, words[at] as number);
      words[at] = 0;
    }
  }

  /** Keys that are new get their meanings; the tables may have another place then. */
  #learn(): void {
    const { accounts, journals } = this.#cells;
    if (this.#sorts.size === accounts.dictionary.size && this.#holds.size === journals.dictionary.size) return;
    for (let key = this.#sorts.size; key < accounts.dictionary.size; key++) {
      this.#sorts.push(sortOf(accounts.dictionary.text(key)));
    }
    this.#plain.reach(journals.dictionary.size);
    this.#holds.reach(journals.dictionary.size);
    this.#machine.words.set([this.#sorts.place, this.#plain.place, this.#holds.place], (this.#block >> 2) + SORTS_OF);
  }
}
