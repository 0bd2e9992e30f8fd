// What is the sum of each customer in each currency? Most customers have one currency, so each has a place for the first it is met in;
// further ones are chained behind it, and memory grows with what there is, not with customers times currencies.

export class OwnerSums {
  /** By place: the number of a customer, and behind all customers the places of further currencies. */
  #sums: Float64Array;
  /** Index of the currency + 1; 0 for a customer that was not met. */
  #currencies: Uint16Array;
  /** The place of the customer's next currency, or 0. */
  #next: Int32Array;
  #used: number;

  constructor(customers: number) {
    this.#sums = new Float64Array(customers);
    this.#currencies = new Uint16Array(customers);
    this.#next = new Int32Array(customers);
    this.#used = customers;
  }

  add(customer: number, currency: number, amount: number): void {
    const at = this.#currencies[customer] === currency + 1 ? customer : this.#place(customer, currency);
    this.#sums[at] = (this.#sums[at] as number) + amount;
  }

  /** How many sums are not zero; one that is no number is none. */
  notZero(): number {
    return this.#sums.reduce((count, sum) => (sum === 0 ? count : count + 1), 0);
  }

  #place(customer: number, currency: number): number {
    if (this.#currencies[customer] === 0) {
      this.#currencies[customer] = currency + 1;
      return customer;
    }
    let at = customer;
    while (this.#currencies[at] !== currency + 1) {
      if (this.#next[at] === 0) return this.#further(at, currency);
      at = this.#next[at] as number;
    }
    return at;
  }

  /** A new place behind another of the same customer. */
  #further(before: number, currency: number): number {
    if (this.#used === this.#sums.length) this.#grow();
    const at = this.#used++;
    this.#currencies[at] = currency + 1;
    this.#next[before] = at;
    return at;
  }

  #grow(): void {
    const to = this.#sums.length * 2;
    const [sums, currencies, next] = [this.#sums, this.#currencies, this.#next];
    (this.#sums = new Float64Array(to)).set(sums);
    (this.#currencies = new Uint16Array(to)).set(currencies);
    (this.#next = new Int32Array(to)).set(next);
  }
}
