// In which language are the headings of a file?
import { expect, test } from 'vitest';
import { headingLanguage } from '../../src/read/heading-language.ts';

test.each<[string, readonly string[], unknown]>([
  ['French words', ['Code client', 'Date facture', 'Montant TTC'], ['fr', 3, 0, 3]],
  ['an accent', ['Débit', 'Crédit', 'Date'], ['fr', 2, 0, 3]],
  ['English words', ['Customer', 'Invoice Date', 'Amount'], ['en', 3, 0, 3]],
  ['words without a space', ['InvoiceDate', 'DueDate', 'countryCode'], ['en', 3, 0, 3]],
  ['more of the one than of the other', ['Client', 'Échéance', 'Total'], ['fr', 2, 1, 3]],
  ['as many of either', ['Client', 'Total'], undefined],
  ['words of both', ['Date', 'Journal', 'Code'], undefined],
  ['names of a package', ['E_JOURNAL', 'CT_Num'], undefined],
])('%s', (_, headings, expected) => {
  const told = headingLanguage(headings);
  expect(told && [told.lang, told.count, told.other, told.of]).toEqual(expected);
});
