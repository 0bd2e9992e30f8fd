// What does a PNG show? Each kind of colours, depth and interlacing held against what it was made from.
import { deflateSync } from 'node:zlib';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { type Pixels, pixelsOf } from '../../src/letters/png.ts';

function chunk(name: string, data: Uint8Array): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length, 0);
  head.write(name, 4, 'latin1');
  return Buffer.concat([head, data, Buffer.alloc(4)]);
}

/** A PNG of lines of bytes, each with no filter. */
function made(
  width: number,
  height: number,
  depth: number,
  kind: number,
  lines: number[][],
  more: Buffer[] = [],
  laced = 0,
): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([depth, kind, 0, 0, laced], 8);
  const data = deflateSync(Buffer.from(lines.flatMap((line) => [0, ...line])));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]);
  return Buffer.concat([signature, chunk('IHDR', head), ...more, chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

const colours = (png: Uint8Array): number[] => [...(pixelsOf(png) as Pixels).colours];
const opacity = (png: Uint8Array): number[] | undefined => {
  const found = (pixelsOf(png) as Pixels).opacity;
  return found === undefined ? undefined : [...found];
};

describe('as another library writes it', () => {
  const source = new PNG({ width: 7, height: 5 });
  for (let i = 0; i < source.data.length; i++) source.data[i] = (i * 37 + (i >> 3) * 11) & 255;

  test.each([0, 1, 2, 3, 4])('with filter %i', (filterType) => {
    const png = PNG.sync.write(source, { filterType, colorType: 6 });
    const wanted = Array.from({ length: 35 }, (_, i) => [...source.data.subarray(i * 4, i * 4 + 3)]).flat();
    expect(colours(png)).toEqual(wanted);
    expect(opacity(png)).toEqual(Array.from({ length: 35 }, (_, i) => source.data[i * 4 + 3]));
  });
  test('without opacity', () => {
    expect(opacity(PNG.sync.write(source, { colorType: 2 }))).toBeUndefined();
  });
});

test('two bits a pixel by a palette, one of them clear', () => {
  const palette = chunk('PLTE', Buffer.from([1, 2, 3, 4, 5, 6, 7, 8, 9]));
  const clear = chunk('tRNS', Buffer.from([255, 0]));
  const png = made(3, 1, 2, 3, [[0b00_01_10_00]], [palette, clear]);
  expect([colours(png), opacity(png)]).toEqual([
    [1, 2, 3, 4, 5, 6, 7, 8, 9],
    [255, 0, 255],
  ]);
});

test('one bit a pixel of grey, and the black ones clear', () => {
  const png = made(4, 1, 1, 0, [[0b1010_0000]], [chunk('tRNS', Buffer.from([0, 0]))]);
  expect([colours(png), opacity(png)]).toEqual([
    [255, 255, 255, 0, 0, 0, 255, 255, 255, 0, 0, 0],
    [255, 0, 255, 0],
  ]);
});

test('sixteen bits a sample', () => {
  expect(colours(made(1, 1, 16, 2, [[0xff, 0xff, 0x80, 0x00, 0, 0]]))).toEqual([255, 128, 0]);
});

test('interlaced: seven passes make one picture', () => {
  // Three by three of grey: the passes hold (0,0); none; none; (2,0); (0,2) (2,2); (1,0) (1,2); the second line.
  const png = made(3, 3, 8, 0, [[10], [12], [30, 32], [11], [31], [20, 21, 22]], [], 1);
  expect(colours(png).filter((_, i) => i % 3 === 0)).toEqual([10, 11, 12, 20, 21, 22, 30, 31, 32]);
});

test.each([
  ['cut', made(1, 1, 8, 0, [[1]]).slice(0, 50), 'is cut'],
  ['of no pixels', made(0, 1, 8, 0, []), '0 by 1 pixels'],
  ['of more pixels than a page shows', made(60_000, 60_000, 8, 0, []), '60000 by 60000 pixels'],
  ['shorter than it says', made(4, 4, 8, 0, [[1, 2, 3, 4]]), 'less of the picture than it says'],
  ['of a palette that is missing', made(1, 1, 8, 3, [[0]]), 'has no palette'],
  ['of a kind there is none of', made(1, 1, 8, 5, [[0]]), 'of a kind that there is none of'],
  [
    'without a head',
    Buffer.concat([made(1, 1, 8, 0, [[0]]).subarray(0, 8), chunk('IDAT', Buffer.alloc(2))]),
    'nothing of its size',
  ],
])('%s is told', (_, png, told) => {
  expect(pixelsOf(png)).toContain(told);
});
