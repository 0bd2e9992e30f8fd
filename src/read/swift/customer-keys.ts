// Which customer does each row of a batch name? In a file without entities the key of its id says so; in one with a column of them, a key of
// both: two entities may use one id for different customers.
import type { Customers } from '../../ledger/customers.ts';
import type { KeyCells } from './columns.ts';
import { ByteDictionary } from './dictionary.ts';
import type { Machine } from './machine.ts';

export class CustomerKeys {
  readonly #machine: Machine;
  readonly #ids: KeyCells;
  readonly #entities: KeyCells;
  /** Pairs of an id's and an entity's key, each one more, as texts of eight bytes. */
  readonly #pairs: ByteDictionary | undefined;
  /** Where a pair is laid to be looked up. */
  readonly #scratch: number;
  /** That of rows which name none. */
  readonly #entity: string;

  constructor(machine: Machine, ids: KeyCells, entities: KeyCells, entity: string) {
    this.#machine = machine;
    this.#ids = ids;
    this.#entities = entities;
    this.#entity = entity;
    this.#pairs = entities.field === undefined ? undefined : new ByteDictionary(machine);
    this.#scratch = machine.take(16);
  }

  /** Place of the keys of a batch: a row without an id has none. */
  get place(): number {
    return this.#pairs?.keys ?? this.#ids.keys;
  }

  /** Keys so far. */
  get size(): number {
    return (this.#pairs ?? this.#ids.dictionary).size;
  }

  /** Finds the keys of a batch, whose ids and entities were read. */
  read(count: number): void {
    const pairs = this.#pairs;
    if (pairs === undefined) return;
    const { code } = this.#machine;
    pairs.fill(count, (at, done) => code.pairs(count, this.#ids.keys, this.#entities.keys, at, pairs.keys, this.#scratch, done));
  }

  /** Makes customers of keys that are known to be new; `inTurn`: each is the next one. */
  add(keys: readonly number[], inTurn: boolean, customers: Customers): void {
    if (inTurn && this.#pairs === undefined) {
      this.#ids.dictionary.eachPiece(keys[0] ?? 0, keys.length, (ids, count) => customers.addMany(this.#entity, ids, count));
    } else for (const key of keys) customers.add(this.entity(key), this.id(key));
  }

  id(key: number): string {
    return this.#ids.dictionary.text(this.#pairs === undefined ? key : this.#half(key, 0));
  }

  /** The entity of a key; that of the file for none. */
  entity(key: number): string {
    const entity = this.#pairs === undefined ? -1 : this.#half(key, 1);
    return entity < 0 ? this.#entity : this.#entities.dictionary.text(entity);
  }

  #half(key: number, which: number): number {
    const at = (this.#pairs as ByteDictionary).placeOf(key) >> 2;
    return (this.#machine.words[at + which] as number) - 1;
  }
}
