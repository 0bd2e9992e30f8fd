// Which package wrote the ledger? Found out from its headings, and named with --preset where they do not tell.
import { didYouMean } from '../core/nearest.ts';
import { listedNames } from '../core/plural.ts';
import { shortened } from '../core/shortened.ts';
import { PRESET_NAMES } from '../read/presets/names.ts';
import { type OptionSpec, Refusal, value } from './option.ts';

function readPreset(text: string): string | Refusal {
  if (PRESET_NAMES.includes(text)) return text;
  const hint = didYouMean(text, PRESET_NAMES) || `they are ${listedNames(PRESET_NAMES)}; see ar formats`;
  return new Refusal(`knows no preset "${shortened(text)}" (${hint})`);
}

const ABOUT = 'the package that wrote the ledger; ar formats lists them';

export const presetOption: OptionSpec<string | undefined> = value('preset', 'NAME', ABOUT, readPreset, undefined, {
  fallback: 'found out',
});
