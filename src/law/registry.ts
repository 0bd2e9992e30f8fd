// Which laws are known? Their names are in names.ts: who only asks for a name brings none of their rates along.
import { EU_MINIMUM } from './eu/late-payment.ts';
import { FRENCH_LAW } from './fr/late-payment.ts';
import type { Law, LawKey } from './law.ts';
import { BRITISH_LAW } from './uk/late-payment.ts';

export const LAWS: { readonly [key in LawKey]: Law } = { fr: FRENCH_LAW, eu: EU_MINIMUM, uk: BRITISH_LAW };
