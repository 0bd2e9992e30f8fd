// What are the marks of packages without accents, case and breaks? The program has the answer from its build (mark-keys-inside.mjs): to fold a hundred and more
// takes longer than to read the first thousand rows of a ledger.
import { unbroken } from '../headings.ts';
import { PRESETS } from './registry.ts';

/** The marks of each package, in the order of the registry. */
export const MARK_KEYS: readonly (readonly string[])[] = PRESETS.map(({ marks }) => marks.map(unbroken));
