// Tells a programmer's error from bad data: a Defect is thrown, caught once in cli/main.ts, and ends the run with exit code 3.
// Bad data never throws; it becomes a Diagnostic (core/diagnostic.ts).

/** The program contradicts itself: a lost cent, an impossible state. Nothing may be written after one. */
export class Defect extends Error {
  override readonly name = 'Defect';
}

/** Demands what must hold whatever the input is; the message says what was found instead. */
export function assert(holds: boolean, message: string): asserts holds {
  if (!holds) throw new Defect(message);
}

/** The value of a place that is known to be filled (an index inside its bounds, a key just inserted). */
export function present<T>(value: T | undefined | null, what: string): T {
  if (value === undefined || value === null) throw new Defect(`missing ${what}`);
  return value;
}
