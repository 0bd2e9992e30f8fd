// What does a PNG show? Its pixels as three bytes each, and how opaque each is where one is not: every depth, palette and interlacing there is, or why it cannot be read.
import { inflateSync } from 'node:zlib';

export type Pixels = {
  readonly width: number;
  readonly height: number;
  readonly colours: Uint8Array;
  /** Undefined where all is opaque. */
  readonly opacity: Uint8Array | undefined;
};

type Head = {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly kind: number;
  readonly laced: boolean;
};

/** Samples of a pixel, by the kind of colours. */
const SAMPLES = new Map([
  [0, 1],
  [2, 3],
  [3, 1],
  [4, 2],
  [6, 4],
]);
const DEPTHS = new Set([1, 2, 4, 8, 16]);
/** Where the passes of an interlaced picture begin, and how far apart their pixels lie. */
const LACED = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;
/** More than any page shows; a few bytes may claim more than a memory holds. */
const MOST_PIXELS = 25_000_000;

/** The picture, or why there is none: the end of a sentence. */
export function pixelsOf(png: Uint8Array): Pixels | string {
  const chunks = chunksOf(png);
  if (typeof chunks === 'string') return chunks;
  const head = headOf(chunks.get('IHDR'));
  if (typeof head === 'string') return head;
  const palette = chunks.get('PLTE');
  if (head.kind === 3 && palette === undefined) return 'has no palette';
  let data: Uint8Array;
  try {
    data = inflateSync(chunks.get('IDAT') ?? new Uint8Array());
  } catch {
    return 'holds no picture that can be unpacked: it is cut or damaged';
  }
  const colours = new Uint8Array(head.width * head.height * 3);
  const opacity = new Uint8Array(head.width * head.height).fill(255);
  const paint = painter(head, palette, chunks.get('tRNS'), colours, opacity);
  let at = 0;
  for (const [x, y, dx, dy] of head.laced ? LACED : [[0, 0, 1, 1] as const]) {
    const [wide, high] = [Math.ceil((head.width - x) / dx), Math.ceil((head.height - y) / dy)];
    if (wide <= 0 || high <= 0) continue;
    const lines = unfiltered(data, at, wide, high, head);
    if (lines === undefined) return 'holds less of the picture than it says';
    at += (lines.length / high + 1) * high;
    for (let row = 0; row < high; row++) {
      const samples = samplesOf(lines, row, wide, head);
      for (let i = 0; i < wide; i++) paint((y + row * dy) * head.width + x + i * dx, samples, i);
    }
  }
  return { width: head.width, height: head.height, colours, opacity: opacity.every((one) => one === 255) ? undefined : opacity };
}

/** What stands in chunks of one name, put together. */
function chunksOf(png: Uint8Array): Map<string, Uint8Array> | string {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const found = new Map<string, Uint8Array[]>();
  for (let at = 8; at + 12 <= png.length; ) {
    const length = view.getUint32(at);
    if (at + 12 + length > png.length) return 'is cut';
    const name = String.fromCharCode(...png.subarray(at + 4, at + 8));
    if (name === 'IEND') break;
    found.set(name, [...(found.get(name) ?? []), png.subarray(at + 8, at + 8 + length)]);
    at += 12 + length;
  }
  return new Map([...found].map(([name, parts]) => [name, parts.length === 1 ? (parts[0] as Uint8Array) : Buffer.concat(parts)]));
}

function headOf(bytes: Uint8Array | undefined): Head | string {
  if (bytes === undefined || bytes.length < 13) return 'says nothing of its size';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  const [depth = 0, kind = 0, , , laced = 0] = bytes.subarray(8);
  if (width === 0 || height === 0 || width * height > MOST_PIXELS) return `says that it is ${width} by ${height} pixels`;
  if (!DEPTHS.has(depth) || !SAMPLES.has(kind) || laced > 1) return 'is of a kind that there is none of';
  return { width, height, depth, kind, laced: laced === 1 };
}

/** Each line says how it was made from the pixels before it and above it. */
function unfiltered(data: Uint8Array, start: number, wide: number, high: number, { depth, kind }: Head): Uint8Array | undefined {
  const bits = depth * (SAMPLES.get(kind) as number);
  const [length, back] = [Math.ceil((wide * bits) / 8), Math.max(1, bits >> 3)];
  if (start + (length + 1) * high > data.length) return undefined;
  const lines = new Uint8Array(length * high);
  for (let row = 0; row < high; row++) {
    const from = start + row * (length + 1);
    const filter = data[from] as number;
    if (filter > 4) return undefined;
    for (let i = 0; i < length; i++) {
      const at = row * length + i;
      const left = i >= back ? (lines[at - back] as number) : 0;
      const above = row > 0 ? (lines[at - length] as number) : 0;
      const corner = i >= back && row > 0 ? (lines[at - length - back] as number) : 0;
      const guess = [0, left, above, (left + above) >> 1, nearest(left, above, corner)][filter] as number;
      lines[at] = (data[from + 1 + i] as number) + guess;
    }
  }
  return lines;
}

function nearest(left: number, above: number, corner: number): number {
  const [a, b, c] = [Math.abs(above - corner), Math.abs(left - corner), Math.abs(left + above - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}

/** The samples of one line as numbers of its depth. */
function samplesOf(lines: Uint8Array, row: number, wide: number, { depth, kind }: Head): Uint16Array {
  const count = wide * (SAMPLES.get(kind) as number);
  const from = row * Math.ceil((count * depth) / 8);
  const samples = new Uint16Array(count);
  for (let i = 0; i < count; i++) {
    if (depth === 16) samples[i] = ((lines[from + 2 * i] as number) << 8) | (lines[from + 2 * i + 1] as number);
    else {
      const bit = i * depth;
      samples[i] = ((lines[from + (bit >> 3)] as number) >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
    }
  }
  return samples;
}

function painter(
  { depth, kind }: Head,
  palette: Uint8Array | undefined,
  clear: Uint8Array | undefined,
  colours: Uint8Array,
  opacity: Uint8Array,
): (pixel: number, samples: Uint16Array, at: number) => void {
  const full = (1 << depth) - 1;
  const byte = (sample: number): number => Math.round((sample * 255) / full);
  const each = SAMPLES.get(kind) as number;
  const clearAt = (i: number): number => (((clear?.[2 * i] ?? 0) << 8) | (clear?.[2 * i + 1] ?? 0)) & 0xffff;
  const isGrey = kind === 0 || kind === 4;
  return (pixel, samples, at) => {
    const sample = (i: number): number => samples[at * each + i] as number;
    for (let i = 0; i < 3; i++) {
      colours[pixel * 3 + i] = kind === 3 ? (palette?.[sample(0) * 3 + i] ?? 0) : byte(sample(isGrey ? 0 : i));
    }
    if (kind === 3) opacity[pixel] = clear?.[sample(0)] ?? 255;
    else if (kind === 4 || kind === 6) opacity[pixel] = byte(sample(each - 1));
    else if (clear !== undefined && Array.from({ length: each }, (_, i) => sample(i) === clearAt(i)).every(Boolean))
      opacity[pixel] = 0;
  };
}
