// Which entries of a batch need not be looked at line by line? Those whose bytes tell where they begin and end, and that balance: nearly all of a journal's. What
// they say of the receivables among them, and of the file, is worked out from columns (entries.wat).
import type { Journal, JournalEntries } from '../entries/journal-entries.ts';
import { bitsOf, SORTS, sortOf } from '../entries/sorts.ts';
import { type AmountCells, type DayCells, type KeyCells, TENS } from './columns.ts';
import { KeyTable } from './key-table.ts';
import { BATCH, type Machine } from './machine.ts';

/** What the number of an entry says beside that of the row above: the same; another; nothing, so that texts must be asked. */
export const [GOES_ON, BEGINS, ASK] = [0, 1, 2] as const;

/** What an entry is looked at for: what moves own funds may bring a year forward. */
const CARE = bitsOf('equity');

/** Places in the block of numbers, as words; entries.wat says what each is. */
const [SORTS_OF, FIRST_DAY, LAST_DAY, LEGS, SOLD, BLOCK] = [6, 10, 11, 13, 16, 19];
/** Words of a leg. */
const LEG = 5;
/** Bytes of a number that `noteNumber` looks at; what parts it from its journal in a key. */
const [TAIL, PARTS_KEY] = [8, 1];
const encoder = new TextEncoder();
/** Bytes of the table of numbers that were opened. */
const OPENED = 2048;
/** Later, and earlier, than any day. */
const [NEVER_YET, NEVER] = [0x7fffffff, -0x80000000];

/**
 * A receivable of an entry that was passed over: its row of the batch, its sort, what the smallest part of the entry that balances holds, what all of it does,
 * and its journal.
 */
type TakeLeg = (r: number, sort: number, part: number, whole: number, journal: Journal) => void;

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
  readonly #take: TakeLeg;
  /** Places of what rows of the batch say of their entries, of their amounts, of the powers of ten, of legs, of what was sold, and of the block. */
  readonly #says: number;
  readonly #net: number;
  readonly #tens: number;
  readonly #legs: number;
  readonly #soldOn: number;
  readonly #sold: number;
  readonly #block: number;
  /** Place of the numbers of entries that were opened, and how many of them are noted there. */
  readonly #opened: number;
  #noted = 0;

  /** `number`: the column of entries' numbers, below 0 where the file has none. */
  constructor(machine: Machine, entries: JournalEntries, cells: EntryCells, number: number, exponent: number, take: TakeLeg) {
    this.#machine = machine;
    this.#entries = entries;
    this.#cells = cells;
    this.#number = number;
    this.#exponent = exponent;
    this.#take = take;
    this.#sorts = new KeyTable(machine);
    this.#plain = new KeyTable(machine);
    this.#holds = new KeyTable(machine);
    this.#says = machine.take(BATCH);
    this.#net = machine.take(BATCH * 8);
    this.#tens = machine.take(TENS.length * 8);
    this.#legs = machine.take(BATCH * LEG * 4);
    this.#soldOn = machine.take(BATCH * 4);
    this.#sold = machine.take(BATCH * 8);
    this.#block = machine.take(BLOCK * 4);
    this.#opened = machine.take(OPENED);
    machine.doubles.set(TENS, this.#tens >> 3);
    const { accounts, journals, days } = cells;
    const columns = [accounts.keys, journals.keys, days.days, this.#net, this.#says, machine.code.odd.value];
    // What invoices say of tax is told by their lines.
    const settings = [this.#legs, 0, this.#soldOn, this.#sold, 0, SORTS.indexOf('sale'), entries.sold.asked ? 0 : 1];
    machine.words.set([...columns, 0, 0, 0, CARE, 0, 0, ...settings], this.#block >> 2);
    machine.bytes.fill(ASK, this.#says, this.#says + BATCH);
    machine.doubles.fill(Number.NaN, this.#net >> 3, (this.#net >> 3) + BATCH);
  }

  /** Reads what the rows of a batch say, whose columns were read. */
  read(row: number, count: number): void {
    const { code } = this.#machine;
    const { journals, raised, lowered, sense } = this.#cells;
    this.#noteOpened();
    const opened = this.#noted === 0 ? 0 : this.#opened;
    if (this.#number >= 0) code.sequence(row, count, this.#number, journals.keys, this.#says, opened);
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
    this.#entries.endEntry();
    // One of a number that was opened in this batch belongs to that one, and no byte tells.
    if (this.#entries.opened.length > this.#noted) return r;
    this.#learn();
    const { words, code } = this.#machine;
    const block = this.#block >> 2;
    words[block + FIRST_DAY] = NEVER_YET;
    words[block + LAST_DAY] = NEVER;
    const stopped = code.passOver(this.#block, r, to);
    if (stopped > r) this.#tell(words, block);
    return stopped;
  }

  /** Tells what the entries that were passed over say. */
  #tell(words: Int32Array, block: number): void {
    const { doubles } = this.#machine;
    this.#entries.passed(words[block + FIRST_DAY] as number, words[block + LAST_DAY] as number);
    const [soldOn, sums] = [this.#soldOn >> 2, this.#sold >> 3];
    for (let i = 0; i < (words[block + SOLD] as number); i++) {
      this.#entries.sold.add(words[soldOn + i] as number, doubles[sums + i] as number);
    }
    const end = (this.#legs >> 2) + (words[block + LEGS] as number) * LEG;
    for (let at = this.#legs >> 2; at < end; at += LEG) {
      const journal = this.#journals[words[at + 4] as number] as Journal;
      this.#take(words[at] as number, words[at + 1] as number, words[at + 2] as number, words[at + 3] as number, journal);
    }
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

  /**
   * Notes the numbers of entries that were opened since. A key ends in its number, and what parts it from the journal may stand in one of both as well, so all
   * that can be the number is noted, as far as the table tells it: by its last bytes.
   */
  #noteOpened(): void {
    const { opened } = this.#entries;
    const { bytes, scratch, code } = this.#machine;
    for (; this.#noted < opened.length; this.#noted++) {
      const tail = encoder.encode((opened[this.#noted] as string).slice(-2 * TAIL)).subarray(-TAIL);
      bytes.set(tail, scratch);
      const end = scratch + tail.length;
      code.noteNumber(this.#opened, scratch, end);
      for (let at = scratch; at < end; at++) if (bytes[at] === PARTS_KEY) code.noteNumber(this.#opened, at + 1, end);
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
