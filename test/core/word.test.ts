// Do French words keep their marks on the line they belong to?
import { expect, test } from 'vitest';
import { word } from '../../src/core/word.ts';

test.each([
  ['Contrôle : oui', 'Contrôle\u00a0: oui'],
  ['échu ; 0 ou moins', 'échu\u202f; 0 ou moins'],
  ['vraiment ? oui !', 'vraiment\u202f? oui\u202f!'],
  ['selon « 30 jours » et « 60 jours »', 'selon «\u00a030 jours\u00a0» et «\u00a060 jours\u00a0»'],
  ['sans signe', 'sans signe'],
  ['12:30; a:b', '12:30; a:b'],
])('%s has its spaces unbroken in French, and as they are in English', (fr, unbroken) => {
  expect(word(fr, fr)).toMatchObject({ en: fr, fr: unbroken });
});
