// What does a banking app read from the picture beside an IBAN? The credit transfer that the letter asks for, as EPC069-12 (version 002) writes it: name, IBAN, amount, reference.
// None where the squares would say less than the letter, or something else: not in euro, no account in SEPA, a reference that does not fit.
import type { Currency } from '../core/currency.ts';
import type { Minor } from '../core/money.ts';
import { visible } from '../text/visible.ts';

type Transfer = {
  readonly payee: string;
  readonly iban: string;
  readonly bic: string;
  /** All that the letter asks for in its currency. */
  readonly amount: Minor;
  readonly currency: Currency;
  readonly reference: string;
};

/** Countries of the EEA, whose accounts need no BIC; the others of SEPA do (EPC069-12 v2.1, EPC409-09). */
const EEA = new Set('AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' '));
const SEPA_BEYOND = new Set('AD AL CH GB MC MD ME MK RS SM VA'.split(' '));

const LONGEST = { name: 70, reference: 140, bytes: 331 };
const MOST = 99_999_999_999;

export function paymentCode({ payee, iban, bic, amount, currency, reference }: Transfer): string | undefined {
  const account = iban.replace(/\s/g, '');
  const country = account.slice(0, 2);
  const isReachable = EEA.has(country) || (SEPA_BEYOND.has(country) && bic !== '');
  if (currency !== 'EUR' || !isReachable || amount < 1 || amount > MOST) return undefined;
  // Lines are fields: no text may hold the end of one.
  const [name, about] = [payee, reference].map((text) => visible(text).trim()) as [string, string];
  if (name === '' || [...name].length > LONGEST.name || [...about].length > LONGEST.reference) return undefined;
  const euros = `EUR${Math.trunc(amount / 100)}.${String(amount % 100).padStart(2, '0')}`;
  const payload = ['BCD', '002', '1', 'SCT', bic.replace(/\s/g, ''), name, account, euros, '', '', about].join('\n');
  return new TextEncoder().encode(payload).length > LONGEST.bytes ? undefined : payload;
}
