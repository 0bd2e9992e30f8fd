// Can nothing that a ledger holds choose a path, and has each customer a name of his own on every disk?
import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { FileNames } from '../../src/letters/file-names.ts';
import { runs } from '../harness/share.ts';

test.each([
  ['C010', 'C010'],
  ['411DUPONT', '411DUPONT'],
  ['Établissements Ronan Floc’hadec', 'Etablissements-Ronan-Floc-hadec'],
  ['../../etc/passwd', 'etc-passwd'],
  ['..', 'customer'],
  ['.', 'customer'],
  ['/etc/shadow', 'etc-shadow'],
  ['C:\\Windows\\system32', 'C-Windows-system32'],
  ['\\\\server\\share', 'server-share'],
  ['a/b', 'a-b'],
  ['a\u0000b', 'a-b'],
  ['a\nb', 'a-b'],
  ['.htaccess', 'htaccess'],
  ['-rf', 'rf'],
  ['~root', 'root'],
  ['$HOME', 'HOME'],
  ['=1+1', '1-1'],
  ['<script>alert(1)</script>', 'script-alert-1-script'],
  ['a | b', 'a-b'],
  ['C010.md', 'C010-md'],
  ['CON', 'customer-CON'],
  ['nul', 'customer-nul'],
  ['Com1', 'customer-Com1'],
  ['lpt9', 'customer-lpt9'],
  ['con.', 'customer-con'],
  ['console', 'console'],
  ['com10', 'com10'],
  ['東京', 'customer'],
  ['', 'customer'],
  ['x'.repeat(300), 'x'.repeat(60)],
  [`${'x'.repeat(59)}--y`, 'x'.repeat(59)],
])('%j is written under %s', (id, name) => {
  expect(new FileNames().give(id)).toBe(name);
});

test.each([
  [
    ['C-1', 'C.1', 'C 1'],
    ['C-1', 'C-1-2', 'C-1-3'],
  ],
  [
    ['abc', 'ABC', 'Abc'],
    ['abc', 'ABC-2', 'Abc-3'],
  ],
  [
    ['A-2', 'A', 'A'],
    ['A-2', 'A', 'A-3'],
  ],
  [
    ['é', 'e'],
    ['e', 'e-2'],
  ],
  [
    ['東京', '大阪'],
    ['customer', 'customer-2'],
  ],
])('%j in this order are %j', (ids, names) => {
  const given = new FileNames();
  expect(ids.map((id) => given.give(id))).toEqual(names);
});

it('says before the name what the document is', () => {
  const given = new FileNames();
  const names = ['notice-C1', 'C1', 'nul'].map((id) => given.give(id));
  expect(names).toEqual(['notice-C1', 'C1', 'customer-nul']);
  expect(names.slice(1).map((name) => given.beside(name, 'notice-'))).toEqual(['notice-C1-2', 'notice-customer-nul']);
});

it('is made of letters, digits and hyphens, and is like no other, whatever the ids', () => {
  const id = fc.string({ unit: fc.constantFrom(...'aAéß.-/\\ 0:*?"<>|東\u0000\u202e'), maxLength: 6 });
  fc.assert(
    fc.property(fc.array(id, { maxLength: 30 }), (ids) => {
      const given = new FileNames();
      const names = ids.map((one) => given.give(one));
      for (const name of names) expect(name).toMatch(/^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/);
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(ids.length);
    }),
    { numRuns: runs(200) },
  );
});
