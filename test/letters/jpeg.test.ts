// How large is what a JPEG shows? As it is seen, and none where it holds no picture.
import { expect, test } from 'vitest';
import { jpegSize } from '../../src/letters/jpeg.ts';

const segment = (marker: number, data: readonly number[]): number[] => [
  ...[0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 255],
  ...data,
];
const bytesOf = (text: string): number[] => [...text].map((one) => one.charCodeAt(0));
const FRAME = segment(0xc0, [8, 0, 60, 0, 200, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0]);
const PROGRESSIVE = segment(0xc2, [8, 0, 60, 0, 200, 1, 1, 0x11, 0]);
const TABLE = segment(0xc4, Array(20).fill(0));
const SCAN = [...segment(0xda, [1, 1, 0, 0, 63, 0]), 1, 2, 3];
const XMP = segment(0xe1, bytesOf('http://ns.adobe.com/xap/1.0/\0<x/>'));
const turned = (how: number, order: 'MM' | 'II' = 'MM'): number[] => {
  const number = (value: number, size: number): number[] => {
    const big = Array.from({ length: size }, (_, i) => (value >> (8 * (size - 1 - i))) & 255);
    return order === 'MM' ? big : big.reverse();
  };
  const field = [...number(0x112, 2), ...number(3, 2), ...number(1, 4), ...number(how, 2), 0, 0];
  return segment(0xe1, [
    ...bytesOf(`Exif\0\0${order}`),
    ...number(42, 2),
    ...number(8, 4),
    ...number(1, 2),
    ...field,
    ...number(0, 4),
  ]);
};
const file = (...parts: readonly (readonly number[])[]): Uint8Array => new Uint8Array([0xff, 0xd8, ...parts.flat(), 0xff, 0xd9]);

const AS_IT_LIES = { width: 200, height: 60 };
const ON_ITS_SIDE = { width: 60, height: 200 };

test.each([
  ['one line after the other', [FRAME, TABLE, SCAN], AS_IT_LIES],
  ['finer with each pass', [TABLE, PROGRESSIVE, SCAN], AS_IT_LIES],
  ['turned by half', [turned(3), FRAME, SCAN], AS_IT_LIES],
  ['held upright', [turned(6), FRAME, SCAN], ON_ITS_SIDE],
  ['held upright, told from the other end', [turned(8, 'II'), XMP, FRAME, SCAN], ON_ITS_SIDE],
  ['a turn that is cut', [turned(6).slice(0, 22), FRAME, SCAN], 'says nothing of its size'],
  ['no picture behind its size', [FRAME], 'ends before its pixels'],
  ['of no height', [segment(0xc0, [8, 0, 0, 0, 200, 1, 1, 0x11, 0]), SCAN], 'ends before its pixels'],
  ['a picture of no size', [SCAN], 'says nothing of its size'],
] as const)('%s', (_, parts, size) => {
  expect(jpegSize(file(...parts))).toEqual(size);
});

test('without its end it is cut', () => {
  expect(jpegSize(file(FRAME, SCAN).slice(0, -2))).toBe('is cut');
});
