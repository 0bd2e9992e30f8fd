// In what order do groups stand? By the folded name, or the id where there is none, then by id, then by currency, in code-point order: the
// same ledger gives the same bytes.
import { compareCodePoints, compareUnits, foldAll, foldJoined, sortByUnits } from '../core/fold.ts';
import { kernelOf, type Room } from '../core/room.ts';
import { type SharedTexts, shared } from '../core/shared.ts';
import { Texts } from '../core/texts.ts';
import type { Memory } from '../core/wasm.ts';
import { MODULE } from './order-module.ts';

/** Groups by whom they are of, and in which currency; `members` by its code. */
type Grouped = {
  readonly memberOf: Int32Array;
  readonly members: { readonly ids: Texts; readonly names: SharedTexts };
  readonly currencyOf: Uint8Array | Int32Array;
  readonly currencies: readonly string[];
};

/** Fewer groups are in order before the kernel is brought to life. */
export const FEW_GROUPS = 256;

/** What order.wat exports; each function is described there. */
type Code = {
  readonly memory: Memory;
  begins(from: number, end: number, out: number, most: number): number;
  order(block: number): void;
};

export function defaultOrder(ids: string[], names: SharedTexts, currencies: SharedTexts): Int32Array {
  const memberOf = Int32Array.from(ids, (_, i) => i);
  return groupOrder({
    memberOf,
    members: { ids: new Texts(ids), names },
    currencyOf: currencies.codes,
    currencies: currencies.texts,
  });
}

/** The groups in their order. Each distinct name is folded once, however many share it; ids are compared only where a name is shared. */
export function groupOrder(groups: Grouped): Int32Array {
  const { memberOf, members } = groups;
  const { ids, names } = members;
  const said = areAllNamed(memberOf, names)
    ? names
    : shared(ids.all.map((id, member) => (names.texts[names.codes[member] as number] as string) || id));
  return (memberOf.length < FEW_GROUPS ? undefined : orderByKernel(groups, said)) ?? orderPlainly(groups, said);
}

export function areAllNamed(memberOf: Int32Array, { texts, codes }: SharedTexts): boolean {
  const none = texts.indexOf('');
  const first = codes.indexOf(none);
  // Nobody, who is no member of anything, has no name either.
  if (first < 0 || (!memberOf.includes(first) && !codes.includes(none, first + 1))) return true;
  return memberOf.every((member) => codes[member] !== none);
}

export function orderPlainly({ memberOf, members, currencyOf, currencies }: Grouped, said: SharedTexts): Int32Array {
  const ids = members.ids.all;
  const rankOf = ranks(foldAll(said.texts));
  const currencyRanks = ranks(currencies);
  const byId = sortByUnits(ids) ? compareUnits : compareCodePoints;
  const rankAt = (group: number): number => currencyRanks[currencyOf[group] as number] as number;
  // Asked for some thousand pairs while the engine is cold, so it makes no list to take apart.
  return memberOf
    .map((_, group) => group)
    .sort((a, b) => {
      const one = memberOf[a] as number;
      const other = memberOf[b] as number;
      const byName = (rankOf[said.codes[one] as number] as number) - (rankOf[said.codes[other] as number] as number);
      return byName || byId(ids[one] as string, ids[other] as string) || rankAt(a) - rankAt(b) || a - b;
    });
}

/** Undefined where there is no kernel, and for texts that cannot be told apart as bytes. */
export function orderByKernel({ memberOf, members, currencyOf, currencies }: Grouped, said: SharedTexts): Int32Array | undefined {
  const { ids } = members;
  const names = Buffer.from(`${foldJoined(said.texts)}\0`);
  const kernel = kernelOf<Code, { block: number; list: number }>(MODULE, (room, code) => {
    const laid = (texts: Uint8Array, count: number): number => begins(room, code, texts, count);
    const most = Math.max(memberOf.length, ids.length, said.texts.length);
    const list = room.take(most * 4);
    const ofGroups = [memberOf.length, room.put(memberOf), room.put(new Int32Array(currencyOf)), room.put(ranks(currencies))];
    const ofMembers = [ids.length, room.put(said.codes), laid(ids.bytes, ids.length), room.take(ids.length * 4)];
    const ofNames = [said.texts.length, laid(names, said.texts.length), room.take(said.texts.length * 4)];
    const rooms = [list, room.take(most * 4), room.take((Math.max(most, currencies.length) + 2) * 4)];
    const records = [room.take(most * 16), room.take(most * 16)];
    return {
      block: room.put(Int32Array.of(...ofGroups, currencies.length, ...ofMembers, ...ofNames, ...rooms, ...records)),
      list,
    };
  });
  if (kernel === undefined) return undefined;
  const { code, room, places } = kernel;
  code.order(places.block);
  return room.words(places.list, memberOf.length);
}

/** Lays texts into memory, each ended by a NUL; where the words lie that say where each begins. Throws where bytes do not tell them apart. */
function begins(room: Room, code: Code, texts: Uint8Array, count: number): number {
  // What UTF-8 makes of half a surrogate pair.
  if (Buffer.from(texts.buffer, texts.byteOffset, texts.length).includes('\ufffd'))
    throw new Error('a text that may be no UTF-8');
  const from = room.put(texts, BEHIND);
  const out = room.take(count * 4);
  if (code.begins(from, from + texts.length, out, count) !== count) throw new Error('a NUL in a text');
  return out;
}

/** Bytes behind the last text that are read with it. */
const BEHIND = 16;

/** The place of each text among the distinct ones in code-point order; equal texts have one place. */
function ranks(texts: readonly string[]): Int32Array {
  const sorted = [...new Set(texts)];
  sorted.sort(sortByUnits(sorted) ? undefined : compareCodePoints);
  const rankOf = new Map(sorted.map((one, rank) => [one, rank]));
  return Int32Array.from(texts, (one) => rankOf.get(one) as number);
}
