// Which values may the keys of [company] have, and what is told of the others?
import { expect, test } from 'vitest';
import { Diagnostics } from '../../src/index.ts';
import { COMPANY } from '../../src/read/config/company.ts';
import { readConfig } from '../../src/read/config/read-config.ts';

/** What is told of a section [company], without its line. */
function told(lines: string): string[] {
  const diagnostics = new Diagnostics();
  readConfig(`[company]\n${lines}`, 'ar.toml', { company: COMPANY }, () => undefined, diagnostics);
  return diagnostics.kept.map(({ what }) => what);
}

test.each([
  'name = "Kernévad Distribution SAS"',
  'address1 = "12 rue du Port"\naddress2 = "Bâtiment B"\naddress3 = "ZA"\naddress4 = "BP 42"\npostcode = "29200"\ncity = "Brest"',
  'country = "FR"',
  'country = "FR"\nregistration = "732829320"',
  'country = "FR"\nregistration = "732 829 320 00074"',
  'country = "FR"\nregistration = "356 000 000 48000"',
  'country = "GB"\nregistration = "SC123456"',
  'registration = "whatever it is called"',
  'vat_number = "FR 44 732829320"',
  'vat_number = "FRK7399859412"',
  'vat_number = "DE136695976"',
  'email = "compta@example.org"',
  'phone = "+33 (0)2 98-00.00.00"',
  'iban = "FR76 3000 6000 0112 3456 7890 189"',
  'iban = "GB29NWBK60161331926819"',
  'bic = "AGRIFRPP"',
  'bic = "AGRIFRPP882"',
  'logo = "images/logo.JPG"',
  'legal_form = "SAS"\nshare_capital = "50 000 €"\nregister = "Brest"\nseat = "3 quai du Commerce, Brest"\nin_liquidation = "yes"',
  'country = "GB"\nregister = "England and Wales"',
  'contact = "Anne Le Bras"\nsignatory = "Yves Kerdoncuff"\nsignatory_title = "Responsable du crédit"',
  'fiscal_year_end = "06-30"',
  'fiscal_year_end = "02-29"',
])('%s is taken', (lines) => {
  expect(told(lines)).toEqual([]);
});

test.each([
  ['name = ""', 'name is empty'],
  ['name = " "', 'name is empty'],
  ['name = "A\\nB"', 'name takes one line, without control characters'],
  ['name = 5', 'name takes a text in quotes'],
  ['address1 = ["12 rue du Port", "29200 Brest"]', 'address1 takes a text in quotes'],
  ['postcode = 29200', 'postcode takes a text in quotes'],
  ['country = "France"', 'country takes the form of FR'],
  ['country = "FR"\nregistration = "73282932"', 'registration takes a SIREN of nine digits or a SIRET of fourteen'],
  ['country = "FR"\nregistration = "732829321"', 'registration takes a SIREN, and the check digit of this does not fit'],
  ['country = "FR"\nregistration = "73282932000075"', 'registration takes a SIRET, and the check digit of this does not fit'],
  ['registration = 732829320', 'registration takes a text in quotes'],
  ['vat_number = "732829320"', 'vat_number takes the letters of the country and the number, as FR44732829320'],
  ['vat_number = "FR4473282932"', 'vat_number takes FR, a key of two characters and the SIREN, as FR44732829320'],
  ['vat_number = "FR45732829320"', 'vat_number takes FR, a key and the SIREN, and the key of this does not fit'],
  [
    'country = "FR"\nregistration = "552100554"\nvat_number = "FR44732829320"',
    'vat_number is of the SIREN 732829320, and [company] registration of 552100554',
  ],
  ['share_capital = "variable"', 'share_capital takes an amount with its currency, as 50 000 €'],
  [
    'country = "GB"\nregister = "Cardiff"',
    'register takes the part of the United Kingdom of which the register is: England and Wales, Wales, Scotland, Northern Ireland',
  ],
  ['in_liquidation = "maybe"', 'in_liquidation takes yes or no'],
  ['email = "compta"', 'email takes an address, as compta@example.org'],
  ['phone = "call me"', 'phone takes the form of +33 2 98 00 00 00'],
  ['iban = "FR76 3000 6000 0112 3456 7890 188"', 'iban takes an IBAN, and the check digits of this do not fit'],
  ['iban = "fr76 3000 6000 0112 3456 7890 189"', 'iban takes an IBAN in capital letters, as FR76 3000 6000 0112 3456 7890 189'],
  [
    'iban = "76"',
    'iban takes an IBAN: the letters of the country, two check digits, and the account, as FR76 3000 6000 0112 3456 7890 189',
  ],
  ['iban = "FR76 3000 6000 0112"', 'iban takes an IBAN of 27 characters in France, and this has 16'],
  ['iban = "GB29NWBK6016"', 'iban takes an IBAN of 15 to 34 characters, and this has 12'],
  ['iban = "GB29NWBK60161331926818"', 'iban takes an IBAN, and the check digits of this do not fit'],
  ['bic = "AGRI"', 'bic takes the form of AGRIFRPP'],
  ['logo = "logo.svg"', 'logo takes a file of PNG or JPEG, as logo.png'],
  ['fiscal_year_end = "06-31"', 'fiscal_year_end takes the last day of the fiscal year as month and day, as 06-30'],
  ['fiscal_year_end = 2026-06-30', 'fiscal_year_end takes a text in quotes'],
])('%j is refused', (lines, what) => {
  expect(told(lines)).toEqual([`[company] ${what}`]);
});
