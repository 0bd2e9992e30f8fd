// On which line of the file does a byte stand? Counts line ends as the bytes go by: LF, CR, and the two together as one.

export class Lines {
  #afterReturn = false;
  /** The line the bytes counted so far end on. */
  line: number;

  constructor(first: number) {
    this.line = first;
  }

  count(bytes: Uint8Array, from: number, to: number): void {
    let line = this.line;
    let afterReturn = this.#afterReturn;
    for (let i = from; i < to; i++) {
      const byte = bytes[i];
      if (byte === 10) {
        if (!afterReturn) line++;
        afterReturn = false;
      } else if (byte === 13) {
        line++;
        afterReturn = true;
      } else afterReturn = false;
    }
    this.line = line;
    this.#afterReturn = afterReturn;
  }
}
