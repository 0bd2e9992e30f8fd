// What does a reader read from? Named bytes that can be opened again: the pure side of a file or of standard input.

export type Source = {
  /** The name the user gave; diagnostics carry it. */
  readonly name: string;
  /** True when `chunks` may be called again: a reader that declines a file can then start it anew. */
  readonly reopens?: boolean;
  /** The bytes, in order, in pieces of any size. */
  readonly chunks: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
};
