// What do both readers make of the same bytes? One file or several go through either, in pieces that arrive in every way; all that a
// reading says is one value, so that two readings can be compared.
import { expect } from 'vitest';
import { type Currency, currencyOf } from '../../src/core/currency.ts';
import { type Diagnostic, Diagnostics } from '../../src/core/diagnostic.ts';
import { CODED, COLUMNS, type ColumnName } from '../../src/ledger/field.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import type { Engine } from '../../src/read/file-reading.ts';
import { type ReadRequest, type ReadResult, readLedger } from '../../src/read/read-ledger.ts';
import { type Condition, RowFilter } from '../../src/read/row-filter.ts';
import type { Source } from '../../src/read/source.ts';

/** How bytes arrive. */
export type Way = {
  /** Bytes a piece has at the most; several sizes take turns. */
  readonly piece: number | readonly number[];
  /** The source reads into the room it is offered, as files do; else it hands out memory of its own. */
  readonly room?: boolean;
  /** The pieces come one by one, each after a turn of the event loop. */
  readonly async?: boolean;
  /** The source says its size beforehand. */
  readonly sized?: boolean;
  /** The bytes can be had again, as those of a file. */
  readonly again?: boolean;
};

/** The ways that take the least time and differ the most: seams everywhere, seams at blocks, none; memory of either. */
export const WAYS: readonly Way[] = [{ piece: 7 }, { piece: 64, room: true }, { piece: 1 << 16, async: true }];

export type Request = {
  readonly columns?: readonly ColumnName[];
  readonly currency?: string;
  readonly where?: readonly Condition[];
} & Partial<Pick<ReadRequest, 'terms' | 'customerTerms' | 'forms' | 'said' | 'encoding' | 'accounts'>>;

type Bytes = Uint8Array | string;

export function bytesOf(text: Bytes): Uint8Array {
  return typeof text === 'string' ? new TextEncoder().encode(text) : text;
}

/** A source of these bytes. */
export function sourceOf(name: string, bytes: Uint8Array, way: Way): Source {
  const sizes = [way.piece].flat();
  const pieces = function* (room?: () => Uint8Array): Iterable<Uint8Array> {
    for (let at = 0, i = 0; at < bytes.length; i++) {
      const rest = bytes.subarray(at, at + (sizes[i % sizes.length] as number));
      const into = way.room === true && room !== undefined ? room() : rest;
      const piece = rest.subarray(0, into.length);
      // Who offers no room is read nothing into, and a file that reads nothing has ended.
      if (piece.length === 0) return;
      into.set(piece);
      at += piece.length;
      yield into.subarray(0, piece.length);
    }
  };
  const later = async function* (room?: () => Uint8Array): AsyncIterable<Uint8Array> {
    for (const piece of pieces(room)) {
      await new Promise(setImmediate);
      yield piece;
    }
  };
  const size = way.sized === true ? bytes.length : undefined;
  return { name, size, again: way.again === true, chunks: way.async === true ? later : pieces };
}

/** Reads files in one way; undefined when the swift reader declines one of them. */
export async function readBy(
  engine: Engine | undefined,
  files: readonly Uint8Array[],
  way: Way,
  { columns = COLUMNS, currency = 'EUR', where = [], ...more }: Request = {},
): Promise<(ReadResult & { readonly kept: readonly Diagnostic[]; readonly said: () => object }) | undefined> {
  const diagnostics = new Diagnostics();
  const headings: unknown[] = [];
  const rejected: unknown[] = [];
  const request = {
    ...{ columns, map: new Map(), currency: currencyOf(currency) as Currency, engine, ...more },
    rowFilter: where.length === 0 ? undefined : new RowFilter(where, diagnostics),
    onHeadings: (names: readonly string[]) => headings.push(names),
    onReject: (cells: readonly string[], reasons: readonly object[]) => rejected.push([cells, reasons]),
  };
  const sources = files.map((bytes, i) => sourceOf(`f${i + 1}`, bytes, way));
  const read = await readLedger(sources, request, diagnostics);
  if (diagnostics.kept.some((d) => d.code === 'engine-declined')) return undefined;
  return {
    ...read,
    kept: diagnostics.kept,
    // Made when it is asked for: it is slow on large files.
    said: () => {
      const { understanding, whole, setAside } = read;
      const { kept, counts } = diagnostics;
      return { ...told(read.ledger), understanding, whole, setAside, headings, rejected, kept, counts };
    },
  };
}

/** Everything a ledger holds; a row is one text, which tells −0 from 0. */
function told(ledger: Ledger): object {
  const { count, columns: c, customers, currencies, sums, baseSums } = ledger;
  const numbers = [
    ...[ledger.customer, ledger.kind, ledger.day, ledger.due, ledger.amount, ledger.currency],
    ...[c.date, c.base, c.open_amount, c.paid_amount, c.settled_on, c.letter_day, c.disputed],
    ...CODED.map((category) => c[category]?.codes),
  ];
  const texts = [c.document, c.reference];
  const rows = Array.from({ length: count }, (_, row) =>
    [
      ...numbers.map((column) => (Object.is(column?.[row], -0) ? '-0' : column?.[row])),
      c.line?.at(row),
      ...texts.map((column) => JSON.stringify(column?.at(row))),
    ].join(' '),
  );
  return {
    rows,
    customers: customers.ids.map((id, i) => [customers.entity(i + 1), id, customers.nameOf(i + 1)]),
    categories: CODED.map((category) => {
      const dictionary = c[category]?.dictionary;
      return dictionary && Array.from({ length: dictionary.size }, (_, code) => dictionary.value(code));
    }),
    currencies,
    // Beyond the bound a sum depends on the order of adding, and is never shown.
    sums: currencies.map((_, i) => (sums.overflows(i) ? 'too large' : sums.total(i))),
    base: baseSums.overflows(0) ? 'too large' : baseSums.total(0),
    files: ledger.files,
  };
}

/** How two readings are held against one another, and by which ways the swift one goes. */
export type Against = Request & { readonly ways?: readonly Way[] };

/** Expects one answer of both readers, however the bytes arrive. Returns whether the swift one took all files by itself every time. */
export async function agree(given: Bytes | readonly Bytes[], { ways = WAYS, ...request }: Against = {}): Promise<boolean> {
  const files = [given].flat().map(bytesOf);
  const careful = (await readBy('careful', files, { piece: 1 << 16 }, request))?.said();
  let took = true;
  for (const way of ways) {
    const swift = await readBy('swift', files, way, request);
    if (swift === undefined) took = false;
    // Where it stops half-way, the careful reader goes on, and the two together say what the careful one alone would have said.
    const said = (swift ?? (await readBy(undefined, files, way, request)))?.said();
    // Comparing texts is quick, and comparing values says where they differ.
    if (JSON.stringify(said) !== JSON.stringify(careful)) expect(said, JSON.stringify(way)).toEqual(careful);
  }
  return took;
}
