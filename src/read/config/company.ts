// Who sends the letters and keeps the books? The keys of [company], and how each is checked, so that whoever uses one can rely on it.
import { parseClosingDay } from '../../policy/fiscal-year.ts';
import { fitsIban, fitsLuhn, fitsVatKey, ibanLength, withoutSpaces } from './identifiers.ts';
import type { KeySpec, Section } from './section.ts';

/** Keys that a figure depends on; the others are for letters and sheets. */
export const USED_COMPANY_KEYS: readonly string[] = ['fiscal_year_end', 'activity'];

const CONTROL = /[\x00-\x1f\x7f]/;

function text(example: string, refuse: KeySpec['refuse'] = () => undefined): KeySpec {
  return {
    takes: 'text',
    example: `"${example}"`,
    refuse: (given, beside) => {
      if (given.trim() === '') return 'is empty';
      return CONTROL.test(given) ? 'takes one line, without control characters' : refuse(given, beside);
    },
  };
}

/** A text of this form, spaces left aside. */
function form(example: string, pattern: RegExp): KeySpec {
  return text(example, (given) => (pattern.test(withoutSpaces(given)) ? undefined : `takes the form of ${example}`));
}

export const COMPANY: Section = {
  name: text('Kernévad Distribution SAS'),
  // An address has the names that the customers' table has for it.
  address1: text('12 rue du Port'),
  address2: text('Bâtiment B'),
  address3: text('ZA de Kergaradec'),
  address4: text('BP 42'),
  postcode: text('29200'),
  city: text('Brest'),
  country: form('FR', /^[A-Z]{2}$/),
  registration: text('732 829 320', registration),
  // What a letter must show of its sender, by the form of it.
  legal_form: text('SAS'),
  share_capital: text('50 000 €', (given) => (/\d/.test(given) ? undefined : 'takes an amount with its currency, as 50 000 €')),
  register: text('Brest', (given, beside) => {
    if (beside('country') !== 'GB' || PARTS_OF_UK.has(given)) return undefined;
    return `takes the part of the United Kingdom of which the register is: ${[...PARTS_OF_UK].join(', ')}`;
  }),
  seat: text('3 quai du Commerce, 29200 Brest'),
  in_liquidation: text('no', (given) => (given === 'yes' || given === 'no' ? undefined : 'takes yes or no')),
  vat_number: text('FR44732829320', vatNumber),
  email: text('compta@example.org', (given) =>
    /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(given) ? undefined : 'takes an address, as compta@example.org',
  ),
  phone: form('+33 2 98 00 00 00', /^\+?[\d().\-/]{5,20}$/),
  contact: text('Anne Le Bras, comptabilité clients'),
  signatory: text('Yves Kerdoncuff'),
  signatory_title: text('Responsable du crédit'),
  iban: text('FR76 3000 6000 0112 3456 7890 189', iban),
  bic: form('AGRIFRPP', /^[A-Z]{4}[A-Z]{2}[A-Z\d]{2}(?:[A-Z\d]{3})?$/),
  logo: text('logo.png', (given) => (/\.(?:png|jpe?g)$/i.test(given) ? undefined : 'takes a file of PNG or JPEG, as logo.png')),
  window: text('right', (given) =>
    given === 'right' || given === 'left'
      ? undefined
      : 'takes right or left: where the window of your envelopes is, in France and the United Kingdom in this order',
  ),
  activity: text('carriage', (given) =>
    given === 'carriage' ? undefined : 'takes carriage, where goods are carried for others; for any other activity leave it out',
  ),
  fiscal_year_end: text('06-30', (given) =>
    parseClosingDay(given) === undefined ? 'takes the last day of the fiscal year as month and day, as 06-30' : undefined,
  ),
};

const PARTS_OF_UK: ReadonlySet<string> = new Set(['England and Wales', 'Wales', 'Scotland', 'Northern Ireland']);

/** In France a SIREN or a SIRET, whose last digit is a check on the others; elsewhere numbers have forms we do not know. */
function registration(given: string, beside: (key: string) => string | undefined): string | undefined {
  const number = withoutSpaces(given);
  if (beside('country') !== 'FR') return undefined;
  if (!/^(?:\d{9}|\d{14})$/.test(number)) return 'takes a SIREN of nine digits or a SIRET of fourteen';
  const fits = fitsLuhn(number.slice(0, 9)) && (fitsLuhn(number) || number.startsWith(LA_POSTE));
  return fits ? undefined : `takes a ${number.length === 9 ? 'SIREN' : 'SIRET'}, and the check digit of this does not fit`;
}

/** Its establishments were given numbers beyond what the check digit allows. */
const LA_POSTE = '356000000';

function iban(given: string): string | undefined {
  const number = withoutSpaces(given);
  if (number !== number.toUpperCase()) return 'takes an IBAN in capital letters, as FR76 3000 6000 0112 3456 7890 189';
  if (!/^[A-Z]{2}\d{2}[A-Z\d]*$/.test(number)) {
    return 'takes an IBAN: the letters of the country, two check digits, and the account, as FR76 3000 6000 0112 3456 7890 189';
  }
  const length = ibanLength(number);
  if (length !== undefined) return `takes an IBAN ${length}, and this has ${number.length}`;
  return fitsIban(number) ? undefined : 'takes an IBAN, and the check digits of this do not fit';
}

function vatNumber(given: string, beside: (key: string) => string | undefined): string | undefined {
  const number = withoutSpaces(given);
  if (!/^[A-Z]{2}[A-Z\d+*]{2,13}$/.test(number)) return 'takes the letters of the country and the number, as FR44732829320';
  if (!number.startsWith('FR')) return undefined;
  if (!/^FR[A-HJ-NP-Z\d]{2}\d{9}$/.test(number)) return 'takes FR, a key of two characters and the SIREN, as FR44732829320';
  if (!fitsVatKey(number)) return 'takes FR, a key and the SIREN, and the key of this does not fit';
  const own = beside('registration');
  const siren = own === undefined ? '' : withoutSpaces(own).slice(0, 9);
  return /^\d{9}$/.test(siren) && beside('country') === 'FR' && siren !== number.slice(4)
    ? `is of the SIREN ${number.slice(4)}, and [company] registration of ${siren}`
    : undefined;
}
