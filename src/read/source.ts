// What does a reader read from? Named bytes that can be opened again: the pure side of a file or of standard input.

export type Source = {
  /** The name the user gave; diagnostics carry it. */
  readonly name: string;
  /** How many bytes there are, where that is known beforehand. */
  readonly size?: number | undefined;
  /** `chunks` may be called several times and starts at the first byte each time: a file on a disk, not a pipe. */
  readonly again?: boolean | undefined;
  /**
   * The bytes, in order, in pieces of any size. `room` is asked before each piece for memory to read it into; a source may ignore it
   * and hand out memory of its own, which then stays as it is.
   */
  readonly chunks: (room?: () => Uint8Array) => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
};
