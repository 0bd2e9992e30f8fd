// On which line did each row stand? Most rows follow one another in the file, so lines are kept as runs: a first row and its line.

const FIRST_RUNS = 16;

/** Lines of rows, appended in order. */
export class LineColumn {
  /** Two numbers a run: its first row, and the line of that row. */
  #runs = new Int32Array(FIRST_RUNS * 2);
  #used = 0;
  #rows: number;
  /** The line that continues the last run. */
  #next = -1;

  /** `rows`: those before the file that brings lines; theirs is 0. */
  constructor(rows: number) {
    this.#rows = rows;
  }

  /** Appends `count` rows that stand on lines one after the other. */
  append(line: number, count = 1): void {
    if (line !== this.#next) this.#begin(line);
    this.#rows += count;
    this.#next = line + count;
  }

  /** The line of a row, by halving. */
  at(row: number): number {
    const runs = this.#runs;
    let [from, to] = [0, this.#used];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((runs[middle * 2] as number) <= row) from = middle + 1;
      else to = middle;
    }
    return from === 0 ? 0 : (runs[from * 2 - 1] as number) + row - (runs[from * 2 - 2] as number);
  }

  #begin(line: number): void {
    if (this.#used * 2 === this.#runs.length) {
      const wider = new Int32Array(this.#runs.length * 2);
      wider.set(this.#runs);
      this.#runs = wider;
    }
    this.#runs[this.#used * 2] = this.#rows;
    this.#runs[this.#used * 2 + 1] = line;
    this.#used++;
  }
}
