// Do columns lie in the memory of a kernel as they should? Batches of rows, zeros for a column that is not there, and no row that is none.
import { expect, test } from 'vitest';
import { assert, Defect } from '../../src/core/assert.ts';
import { kernelOf } from '../../src/core/room.ts';
import { MODULE } from '../../src/settle/proof-module.ts';

const ROWS = 10_000;
const days = Int32Array.from({ length: ROWS }, (_, row) => row);

function batches(of: Int32Array | Uint8Array | undefined, count = ROWS): number[] {
  const kernel = kernelOf(MODULE, (room) => room.lane(of, 'word'));
  const found: number[] = [];
  kernel?.room.eachBatch(count, (rows) => found.push(...kernel.room.words(kernel.places, rows)));
  return found;
}

test('all rows of a column arrive once, in their order', () => {
  expect(batches(days)).toEqual([...days]);
});

test('bytes arrive as the words the kernel reads', () => {
  expect(batches(Uint8Array.of(0, 1, 255), 3)).toEqual([0, 1, 255]);
});

test('a column that is not there is all zeros', () => {
  expect(batches(undefined, 3)).toEqual([0, 0, 0]);
});

test('a column of fewer rows than there are is a defect', () => {
  expect(() => batches(days.subarray(1))).toThrow(Defect);
});

test('a column that ends before another which begins with it does not pass for it', () => {
  const kernel = kernelOf(MODULE, (room) => [room.lane(days, 'word'), room.lane(days.subarray(0, ROWS - 1), 'word')]);
  expect(() => kernel?.room.eachBatch(ROWS, () => undefined)).toThrow(Defect);
});

test.each([2 ** 33, 2 ** 31])('where there is no place for %d bytes there is no kernel', (size) => {
  expect(kernelOf(MODULE, (room) => room.take(size))).toBeUndefined();
});

test('a defect while a kernel is laid out is no lack of memory', () => {
  expect(() => kernelOf(MODULE, () => assert(false, 'lost'))).toThrow(Defect);
});
