// Is the line of each row the one it was given, though only the places are kept where lines do not follow one another?
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LineColumn } from '../../src/ledger/line-column.ts';

it('gives back every line, in runs and one by one, behind rows that have none', () => {
  const runs = fc.array(fc.record({ line: fc.integer({ min: 0, max: 60 }), count: fc.integer({ min: 1, max: 5 }) }));
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5 }), runs, fc.boolean(), (before, told, oneByOne) => {
      const column = new LineColumn(before);
      const wanted = Array.from({ length: before }, () => 0);
      for (const { line, count } of told) {
        const lines = Array.from({ length: count }, (_, i) => line + i);
        wanted.push(...lines);
        if (oneByOne) for (const one of lines) column.append(one);
        else column.append(line, count);
      }
      expect(wanted.map((_, row) => column.at(row))).toEqual(wanted);
    }),
  );
});
