// Which package wrote a file? Told by its headings alone: the preset most of whose marks are there, if they are enough and no other has as many.
import type { Field } from '../../ledger/field.ts';
import { unbroken } from '../headings.ts';
import { arePlain, type LedgerPreset } from '../ledger-headings.ts';
import { MARK_KEYS } from './mark-keys.ts';
import { GENERIC } from './names.ts';
import type { Preset, PresetData } from './preset.ts';
import { PRESETS } from './registry.ts';

export type PresetChoice = {
  readonly preset: Preset;
  readonly data: PresetData;
  /** What this file has of it. */
  readonly columns: LedgerPreset;
  /** How many of its marks are there, of how many; those there, and those not, as the package writes them. */
  readonly matched: number;
  readonly of: number;
  readonly evidence: readonly string[];
  readonly missing: readonly string[];
  /** The user named it. */
  readonly said: boolean;
};

/** Undefined when no package is told apart. The one the user wants is the best fitting of that name, however badly it fits. */
export function choosePreset(headings: readonly string[], wanted?: string): PresetChoice | undefined {
  if (wanted === GENERIC || (wanted === undefined && arePlain(headings))) return undefined;
  const there = new Set(headings.map(unbroken));
  const isMeant = ({ name }: Preset): boolean => wanted === undefined || name === wanted || name.startsWith(`${wanted}-`);
  const scored = PRESETS.map((preset, i) => ({ preset, found: marksIn(preset, MARK_KEYS[i] as readonly string[], there) }))
    .filter(({ preset, found }) => isMeant(preset) && (wanted !== undefined || found.length >= preset.enough))
    .sort((a, b) => b.found.length - a.found.length || share(b) - share(a));
  const [best, next] = scored;
  if (best === undefined) return undefined;
  const even = next !== undefined && next.found.length === best.found.length && share(next) === share(best);
  if (wanted === undefined && even) return undefined;
  const { preset, found } = best;
  const data = preset.data();
  return {
    preset,
    data,
    columns: columnsIn(data, there),
    matched: found.length,
    of: preset.marks.length,
    evidence: found,
    missing: preset.marks.filter((mark) => !found.includes(mark)),
    said: wanted !== undefined,
  };
}

type Scored = { readonly preset: Preset; readonly found: readonly string[] };

function share({ preset, found }: Scored): number {
  return found.length / preset.marks.length;
}

function marksIn({ marks }: Preset, keys: readonly string[], there: ReadonlySet<string>): string[] {
  return marks.filter((_, i) => there.has(keys[i] as string));
}

let marks: ReadonlySet<string> | undefined;

/** True for a heading that tells a package. */
export function isMark(heading: string): boolean {
  marks ??= new Set(MARK_KEYS.flat());
  return marks.has(unbroken(heading));
}

/** Of several ways to say the same, those columns of which the file has most. */
function columnsIn({ columns, ways = [], known }: PresetData, there: ReadonlySet<string>): LedgerPreset {
  const has = (headings: readonly string[] | undefined): boolean => headings?.some((one) => there.has(unbroken(one))) ?? false;
  const weight = (way: PresetData['columns']): number => {
    const amounts = WEIGHED.filter((field) => has(way[field])).length;
    // Amounts in a currency that the file does not name are worth less than those of the books.
    return amounts - (way.currency !== undefined && !has(way.currency) ? 1 : 0);
  };
  const [first, ...others] = ways;
  if (first === undefined) return { columns, known };
  const way = others.reduce((best, one) => (weight(one) > weight(best) ? one : best), first);
  const left = ways.filter((one) => one !== way).flatMap((one) => Object.values(one).flat());
  return { columns: { ...columns, ...way }, known: [...known, ...left] };
}

const WEIGHED = ['amount', 'sense', 'debit', 'credit', 'open_amount', 'paid_amount'] as const satisfies readonly Field[];
