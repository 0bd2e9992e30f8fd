// How are numbers made one number that tells them apart? For tables whose entries are compared: a collision costs a comparison, never an answer.

const GOLDEN = 0x9e3779b1;

/** Adds a number to a hash. */
export function mix(hash: number, value: number): number {
  const product = Math.imul(hash ^ value, GOLDEN);
  return product ^ (product >>> 15);
}
