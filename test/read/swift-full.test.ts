// What becomes of a file that says more than the swift reader has places for? The careful one goes on, from whatever row it is, with the same answer.
import { afterEach, expect, test, vi } from 'vitest';
import { Machine } from '../../src/read/swift/machine.ts';
import { bytesOf, readBy } from './both-readers.ts';

const rows = Array.from({ length: 600 }, (_, i) => `C${i},invoice,F${i}A,F${i - 1}A,2026-01-05,2026-02-05,50.00\n`);
const file = bytesOf(`customer,kind,document,reference,date,due,amount\n${rows.join('')}`);
const PIECE = 4096;

afterEach(() => {
  vi.restoreAllMocks();
});

test.each([0, 1, 3, 6])('full behind window %d', async (from) => {
  let windows = 0;
  const isFull = vi.spyOn(Machine.prototype, 'isFull', 'get').mockImplementation(() => windows++ >= from);
  const read = await readBy(undefined, [file], { piece: PIECE });
  expect(isFull).toHaveBeenCalledTimes(from + 1);
  expect(read?.ledger.count).toBe(rows.length);
  expect(read?.said()).toEqual((await readBy('careful', [file], { piece: PIECE }))?.said());
});
