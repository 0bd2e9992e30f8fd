// The types of measure.mjs, for the tests that measure.
export function ar(...args: string[]): string[];
export function peakBytes(args: readonly string[]): Promise<number | undefined>;
export function writeLedger(rows: number, path: string): void;
