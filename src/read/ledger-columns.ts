// Which columns of a ledger are which fields, and which package wrote it? What the user says, then the package's headings, then the others.
import { listed } from '../core/plural.ts';
import type { ColumnName, Field } from '../ledger/field.ts';
import { fieldNamed, isUnused, unbroken } from './heading-names.ts';
import type { Place } from './heading-needs.ts';
import { type HeadingSpec, mapHeadings } from './headings.ts';
import { LEDGER_HEADINGS, type LedgerColumn, type LedgerMap } from './ledger-headings.ts';
import type { PresetChoice } from './presets/choose.ts';
import { ledgerHeadings } from './report-headings.ts';

export type LedgerColumns = { readonly columns: readonly LedgerColumn[]; readonly preset: PresetChoice | undefined };

/** Which package wrote a file with these headings, where the user names it or they tell. */
export type ChoosePreset = (headings: readonly string[], wanted?: string) => PresetChoice | undefined;

/** Undefined when the headings cannot be used: the diagnostics say why. `wanted`: the preset the user named. */
export function mapLedger(
  place: Place<Field>,
  map: LedgerMap,
  wanted: string | undefined,
  choosePreset: ChoosePreset,
  spec: HeadingSpec<Field>,
): LedgerColumns | undefined {
  const preset = choosePreset([...place.headings, ...(place.beyond ?? [])], wanted);
  if (preset !== undefined && preset.matched * 2 < preset.preset.enough) {
    const { name, marks } = preset.preset;
    place.diagnostics.add({
      code: 'preset-unmatched',
      file: place.file,
      line: place.line,
      value: wanted,
      what: `these are not the headings of ${name}: ${preset.matched} of ${marks.length} that tell it are there`,
      why: `it has ${listed(preset.missing, (heading) => `"${heading}"`, 20)}`,
      fix: `leave out --preset, or see ar formats show ${name}`,
    });
    return undefined;
  }
  const columns = mapHeadings(ledgerHeadings(place.headings, spec), place, map, preset?.columns);
  return columns === undefined ? undefined : { columns, preset };
}

/** True for a heading whose meaning is known, where another column says the same or no field has a use for it. */
export function isNotNeeded(heading: string, preset: PresetChoice | undefined): boolean {
  const key = unbroken(heading);
  if (isUnused(LEDGER_HEADINGS, heading) || fieldNamed(LEDGER_HEADINGS, heading) !== undefined) return true;
  const written = preset === undefined ? [] : [...preset.columns.known, ...Object.values(preset.columns.columns).flat()];
  return written.some((one) => unbroken(one) === key);
}

/** The optional columns a file has: those of its fields that a ledger can store. */
export function storedColumns(columns: readonly LedgerColumn[]): ColumnName[] {
  const fields = new Set<Field>(columns.map((column) => column.field));
  const names: ColumnName[] = ['line'];
  for (const field of fields) {
    if (field === 'date') {
      // Without a posting day of its own, the document's day is the posting day, and one column holds both.
      if (fields.has('posted')) names.push('date');
    } else names.push(field as ColumnName);
  }
  return names;
}
