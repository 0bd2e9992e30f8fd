// Which known name did the user probably mean? For commands, options, headings, customers and keys alike.
import { listedNames } from './plural.ts';

/** The known names within two edits (a third of the length for short ones), nearest first, at most three. */
export function nearest(given: string, known: Iterable<string>): string[] {
  const wanted = given.toLowerCase();
  const limit = Math.max(1, Math.min(2, Math.floor(wanted.length / 3)));
  const found: { name: string; edits: number }[] = [];
  for (const name of known) {
    if (Math.abs(name.length - wanted.length) > limit && !name.toLowerCase().startsWith(wanted)) continue;
    const edits = wanted.length >= 3 && name.toLowerCase().startsWith(wanted) ? 0 : editDistance(wanted, name.toLowerCase());
    if (edits <= limit) found.push({ name, edits });
  }
  return found
    .sort((a, b) => a.edits - b.edits)
    .slice(0, 3)
    .map((f) => f.name);
}

/** "did you mean x or y?", or nothing when no name is near. */
export function didYouMean(given: string, known: Iterable<string>): string {
  const names = nearest(given, known);
  return names.length === 0 ? '' : `did you mean ${names.join(' or ')}?`;
}

/** All of the names, those first that are nearest to what was given. */
export function nearestFirst(given: string, names: readonly string[]): string[] {
  const wanted = given.toLowerCase();
  const edits = new Map(names.map((name) => [name, editDistance(wanted, name.toLowerCase())]));
  return [...names].sort((a, b) => (edits.get(a) as number) - (edits.get(b) as number));
}

/** Behind "knows no name": the one that was probably meant, else which there are. */
export function meantOf(given: string, known: readonly string[]): string {
  const near = didYouMean(given, known);
  return near === '' ? `: they are ${listedNames(known)}` : ` (${near})`;
}

/** Insertions, deletions, replacements and swaps of neighbours that turn one text into the other. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] as number) + 1, (row[j - 1] as number) + 1, (last[j - 1] as number) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (beforeLast[j - 2] as number) + 1);
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] as number;
}
