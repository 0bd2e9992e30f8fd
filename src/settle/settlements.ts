// Keeps what settled what, for those who ask: growing columns, so that ten million settlements are a few arrays.
import { type Day, NO_DAY } from '../core/day.ts';
import type { Settlements } from './open-items.ts';

export class SettlementRecorder {
  #count = 0;
  #debit = new Int32Array(1024);
  #credit = new Int32Array(1024);
  #amount = new Float64Array(1024);
  #day = new Int32Array(1024);
  #evidence = new Uint8Array(1024);
  #worth = new Float64Array(1024);

  /** `worth`: the same in the books' currency, where it is known. */
  add(debit: number, credit: number, amount: number, day: Day, evidence: number, worth: number): void {
    if (this.#count === this.#debit.length) this.#grow();
    const at = this.#count++;
    this.#debit[at] = debit;
    this.#credit[at] = credit;
    this.#amount[at] = amount;
    this.#day[at] = day;
    this.#evidence[at] = evidence;
    this.#worth[at] = worth;
  }

  /** The day of the last settlement of each row so far, or NO_DAY. */
  lastDays(rows: number): Int32Array {
    const last = new Int32Array(rows).fill(NO_DAY);
    for (let i = 0; i < this.#count; i++) {
      for (const row of [this.#debit[i] as number, this.#credit[i] as number]) {
        if (row >= 0) last[row] = Math.max(last[row] as number, this.#day[i] as number);
      }
    }
    return last;
  }

  finish(): Settlements {
    const count = this.#count;
    return {
      count,
      debit: this.#debit.subarray(0, count),
      credit: this.#credit.subarray(0, count),
      amount: this.#amount.subarray(0, count),
      day: this.#day.subarray(0, count),
      evidence: this.#evidence.subarray(0, count),
      worth: this.#worth.subarray(0, count),
    };
  }

  #grow(): void {
    const to = this.#count * 2;
    const [debit, credit, amount, day, evidence, worth] = [
      this.#debit,
      this.#credit,
      this.#amount,
      this.#day,
      this.#evidence,
      this.#worth,
    ];
    (this.#debit = new Int32Array(to)).set(debit);
    (this.#credit = new Int32Array(to)).set(credit);
    (this.#amount = new Float64Array(to)).set(amount);
    (this.#day = new Int32Array(to)).set(day);
    (this.#evidence = new Uint8Array(to)).set(evidence);
    (this.#worth = new Float64Array(to)).set(worth);
  }
}
