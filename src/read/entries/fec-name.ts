// What does the name of a FEC say? SirenFECAAAAMMJJ: the firm, and the day on which its year closes (LPF art. A47 A-1).
import { type Day, dayOf, exists } from '../../core/day.ts';

type FecName = { readonly siren: string; readonly closing: Day };

/** Nine digits of a SIREN; exports that mask it, or write a SIRET, have more. A part of a year, or a packed one, may say so behind the day. */
const NAME = /^(\d{9,14})FEC(\d{4})(\d\d)(\d\d)(?!\d)/i;

/** The shortest of such names: a pattern takes time to be made, and most files are called otherwise. */
const SHORTEST = '123456789FEC20261231'.length;

/** Undefined for any other name, and for a day the calendar does not have. */
export function fecName(path: string): FecName | undefined {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  if (name.length < SHORTEST) return undefined;
  const [, siren, ...day] = NAME.exec(name) ?? [];
  const [year, month, date] = day.map(Number) as [number, number, number];
  if (siren === undefined || !exists(year, month, date)) return undefined;
  // A SIRET is the SIREN and five digits of an establishment.
  return { siren: siren.length === 14 ? siren.slice(0, 9) : siren, closing: dayOf(year, month, date) };
}

/**
 * The entity each file of a run is of: what the names of FECs say, where all files have one, or they are of several firms; nothing, where one firm's
 * books stand beside a file that does not say whose it is.
 */
export function entitiesOf(paths: readonly string[]): readonly string[] {
  const sirens = paths.map((path) => fecName(path)?.siren ?? '');
  return new Set(sirens).size === 2 && sirens.includes('') ? paths.map(() => '') : sirens;
}
