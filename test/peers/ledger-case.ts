// Does `ar` give the figures another system is known to give, or should have given? One case: a ledger as its user would export
// it, a day, the choices made, the figures expected, and the reason wherever our rule is not the peer's.
import { expect, test } from 'vitest';
import { aged, type Choices } from './library.ts';

export type LedgerCase = Choices & {
  /** Who published the figures: project and place. */
  readonly peer: string;
  readonly claim: string;
  /** Why our figures are not the peer's; absent where they are the same. */
  readonly why?: string;
  readonly ledger: string;
  /** By `customer currency`; a figure that is not named is nothing. */
  readonly figures?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Document, what is open, bucket: in the order of the file, and no others. */
  readonly items?: readonly string[];
};

/** One test a case. */
export function replay(cases: readonly LedgerCase[]): void {
  for (const one of cases) {
    const ours = one.why === undefined ? '' : ` — ours differs: ${one.why}`;
    test(`${one.peer}: ${one.claim}${ours}`, async () => {
      const { figures, items } = await aged(one.ledger, one);
      expect(one.figures ?? one.items, 'a case expects something').toBeDefined();
      if (one.figures !== undefined) expect(figures).toEqual(one.figures);
      if (one.items !== undefined) expect(items).toEqual(one.items);
    });
  }
}
