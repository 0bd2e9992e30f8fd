// Which package wrote the ledger? Found out from its headings, and named with --preset where they do not tell.
import { didYouMean } from '../core/nearest.ts';
import { listedNames } from '../core/plural.ts';
import { shortened } from '../core/shortened.ts';
import { presetNames } from '../read/presets/choose.ts';
import { type OptionSpec, Refusal, value } from './option.ts';

function readPreset(text: string): string | Refusal {
  const names = presetNames();
  if (names.some((name) => name === text)) return text;
  const hint = didYouMean(text, names) || `they are ${listedNames(names)}; see ar formats`;
  return new Refusal(`knows no preset "${shortened(text)}" (${hint})`);
}

const ABOUT = 'the package that wrote the ledger; ar formats lists them';

export const presetOption: OptionSpec<string | undefined> = value('preset', 'NAME', ABOUT, readPreset, undefined, {
  fallback: 'found out',
});
