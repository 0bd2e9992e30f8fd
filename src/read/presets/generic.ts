// What is any other export read by? The names of the fields, and the usual words for them in both languages.
import { word } from '../../core/word.ts';
import type { Field } from '../../ledger/field.ts';
import { LEDGER_HEADINGS } from '../ledger-headings.ts';
import type { Preset, PresetData } from './preset.ts';

/** The preset without marks, as the others are shown: no file is told by it, it is what holds where none is told. */
export const generic: Preset = {
  name: 'generic',
  title: word('Any other export', 'Tout autre export'),
  lang: 'any',
  attested: 'G',
  source: 'names of the fields and usual words',
  marks: [],
  enough: 0,
  data: () => ({ columns: columns(), known: LEDGER_HEADINGS.unused ?? [] }),
};

function columns(): PresetData['columns'] {
  const { fields, synonyms, weak = [] } = LEDGER_HEADINGS;
  const names = (field: Field): readonly string[] => [
    field,
    ...(synonyms[field] ?? []),
    ...weak.flatMap((one) => one[field] ?? []),
  ];
  return Object.fromEntries(fields.map((field) => [field, [...new Set(names(field))]]));
}
