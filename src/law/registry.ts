// Which laws are known, and by which names?
import { fold } from '../core/fold.ts';
import { EU_MINIMUM } from './eu/late-payment.ts';
import { FRENCH_LAW } from './fr/late-payment.ts';
import type { Law, LawKey } from './law.ts';
import { BRITISH_LAW } from './uk/late-payment.ts';

export const LAWS: { readonly [key in LawKey]: Law } = { fr: FRENCH_LAW, eu: EU_MINIMUM, uk: BRITISH_LAW };

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
