// Who are the customers of a ledger? Each id of each entity once, with the first name the ledger gives it. Two entities may use
// one id for different customers, so an id alone is never merged across them.
import { gather } from '../core/gather.ts';
import type { SharedTexts } from '../core/shared.ts';
import { Texts } from '../core/texts.ts';
import { Dictionary } from './dictionary.ts';

export class Customers {
  /** Keys are `entity NUL id`; a NUL cannot stand in a text file. Customers that were added come in when a number is looked for. */
  readonly #keys = new Dictionary();
  readonly #ids = new Texts(['']);
  readonly #entities: string[] = [''];
  readonly #names = new Dictionary();
  /** By number, the code of the name: 0 where there is none. */
  #nameCodes: Int32Array = new Int32Array(256);
  /** Numbers by id, of those below `#indexed`: tables beside the ledger ask once a row. */
  readonly #byId = new Map<string, number[]>();
  #indexed = 1;
  readonly #seen = new Set<string>();
  #entityList: readonly string[] = [];

  /** The number of a customer, given one if it is new. Ids are texts: `00012` and `12` are two customers. */
  number(entity: string, id: string): number {
    for (let added = this.#keys.size; added < this.size; added++) {
      this.#keys.code(`${this.#entities[added]}\0${this.#ids.at(added)}`);
    }
    const number = this.#keys.code(`${entity}\0${id}`);
    return number === this.size ? this.add(entity, id) : number;
  }

  /** The number of a customer that is known to be new. */
  add(entity: string, id: string): number {
    this.#seen.add(entity);
    this.#entities.push(entity);
    this.#ids.push(id);
    this.namesFor(0);
    return this.size - 1;
  }

  /** So many customers of one entity that are known to be new, no more than a batch of them; their ids in UTF-8, each ended by a NUL. */
  addMany(entity: string, ids: Uint8Array, count: number): void {
    this.#seen.add(entity);
    this.#entities.push(...new Array<string>(count).fill(entity));
    this.#ids.pushBytes(ids, count);
    this.namesFor(0);
  }

  /** By number, the codes of names, 0 where there is none: room for so many more customers than there are. It may be another one after that. */
  namesFor(more: number): Int32Array {
    const size = this.size + more;
    if (size > this.#nameCodes.length) {
      const longer = new Int32Array(Math.max(size, this.#nameCodes.length * 2));
      longer.set(this.#nameCodes);
      this.#nameCodes = longer;
    }
    return this.#nameCodes;
  }

  nameCode(name: string): number {
    return this.#names.code(name);
  }

  /** Names a customer that has no name yet. */
  name(number: number, name: string): void {
    if (this.#nameCodes[number] === 0) this.#nameCodes[number] = this.#names.code(name);
  }

  /** The numbers of an id, one an entity. */
  find(id: string): readonly number[] {
    for (; this.#indexed < this.size; this.#indexed++) gather(this.#byId, this.#ids.at(this.#indexed), this.#indexed);
    return this.#byId.get(id) ?? [];
  }

  /** The numbers of the customers of an entity. */
  ofEntity(entity: string): number[] {
    return this.#entities.flatMap((one, number) => (number > 0 && one === entity ? [number] : []));
  }

  id(number: number): string {
    return this.#ids.at(number);
  }

  entity(number: number): string {
    return this.#entities[number] as string;
  }

  nameOf(number: number): string {
    return this.#names.value(this.#nameCodes[number] as number);
  }

  /** One more than the largest number; number 0 is nobody. */
  get size(): number {
    return this.#ids.length;
  }

  /** Ids and names by number, nobody's among them. */
  get members(): { readonly ids: Texts; readonly names: SharedTexts } {
    return { ids: this.#ids, names: { texts: this.#names.values, codes: this.#nameCodes.subarray(0, this.size) } };
  }

  get ids(): readonly string[] {
    return this.#ids.all.slice(1);
  }

  /** The entities that have customers, in the order first seen. */
  get entities(): readonly string[] {
    // Asked once a row of a report: another list only where there is another entity.
    if (this.#entityList.length < this.#seen.size) this.#entityList = [...this.#seen];
    return this.#entityList;
  }
}
