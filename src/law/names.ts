// By which names is a law known?
import { fold } from '../core/fold.ts';
import type { LawKey } from './law.ts';

const NAMES: { readonly [key in LawKey]: RegExp } = {
  fr: /^(?:droit )?(?:fr|france|french|francais)(?: law)?$/,
  eu: /^(?:droit )?(?:eu|ue|european union|union europeenne|europeen)(?: law)?$/,
  uk: /^(?:droit )?(?:uk|gb|united kingdom|royaume-uni|england and wales|english|british|anglais|britannique)(?: law)?$/,
};

/** The law a table of customers names; undefined for any other text. */
export function lawNamed(text: string): LawKey | undefined {
  const folded = fold(text.trim());
  return (Object.keys(NAMES) as LawKey[]).find((key) => NAMES[key].test(folded));
}
