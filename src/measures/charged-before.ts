// What was charged for an invoice before, and is not asked for again? Its parts take from it in turn, each up to what is its own.
/** Minor units: interest in the currency of the item, an indemnity in that of its law. */
export type Charged = { readonly interest: number; readonly indemnity: number };

export const NOTHING_CHARGED: Charged = { interest: 0, indemnity: 0 };

export class ChargedBefore {
  readonly #of: (customer: number, document: string) => Charged | undefined;
  /** What is left of it, by customer and number. */
  readonly #left = new Map<string, Charged>();

  constructor(of: (customer: number, document: string) => Charged | undefined) {
    this.#of = of;
  }

  /** What of this interest and this indemnity was charged. */
  take(customer: number, document: string, interest: number, indemnity: number): Charged {
    const key = `${customer} ${document}`;
    const left = this.#left.get(key) ?? this.#of(customer, document);
    if (left === undefined) return NOTHING_CHARGED;
    const taken = { interest: Math.min(left.interest, interest), indemnity: Math.min(left.indemnity, indemnity) };
    this.#left.set(key, { interest: left.interest - taken.interest, indemnity: left.indemnity - taken.indemnity });
    return taken;
  }
}
