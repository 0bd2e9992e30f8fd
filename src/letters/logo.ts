// What stands at the head of a letter of a firm that has a logo? A picture of PNG or JPEG that was read whole before the first letter, as paper and as a page take it.
import { deflateSync } from 'node:zlib';
import { jpegSize } from './jpeg.ts';
import { pixelsOf } from './png.ts';

export type Logo = {
  /** In pixels: only their proportion counts. */
  readonly width: number;
  readonly height: number;
  /** For a page that has it in itself. */
  readonly url: string;
  /** What pdfkit takes as a picture of one document. */
  readonly forPdf: () => unknown;
};

/** A megabyte would go into each letter. */
export const LARGEST_LOGO = 1_000_000;

/** The logo, or why it is none: the end of a sentence that names the file. */
export function logoOf(bytes: Uint8Array): Logo | string {
  if (bytes.length > LARGEST_LOGO)
    return `has ${bytes.length} bytes, and ${LARGEST_LOGO} are the most: it goes into every letter`;
  if (PNG.every((byte, i) => bytes[i] === byte)) return fromPng(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xd8) {
    const size = jpegSize(bytes);
    return typeof size === 'string' ? size : { ...size, url: urlOf('jpeg', bytes), forPdf: () => bytes };
  }
  return 'is neither PNG nor JPEG, whatever it is called';
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

function urlOf(kind: string, bytes: Uint8Array): string {
  return `data:image/${kind};base64,${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')}`;
}

/** The part of a document of pdfkit's that a picture needs. */
type Holder = {
  readonly ref: (data: object) => { readonly data: Record<string, unknown>; readonly end: (bytes: Uint8Array) => void };
};

/** pdfkit waits for a PNG with transparency to be unpacked, and a letter cannot: it is given what was unpacked once. */
function fromPng(bytes: Uint8Array): Logo | string {
  const pixels = pixelsOf(bytes);
  if (typeof pixels === 'string') return pixels;
  const { width, height } = pixels;
  const colours = deflateSync(pixels.colours);
  const opacity = pixels.opacity === undefined ? undefined : deflateSync(pixels.opacity);
  const picture = { Type: 'XObject', Subtype: 'Image', Width: width, Height: height, BitsPerComponent: 8, Filter: 'FlateDecode' };
  return {
    ...{ width, height, url: urlOf('png', bytes) },
    forPdf: () => {
      const image: { width: number; height: number; label: string; obj?: unknown; embed: (document: Holder) => void } = {
        ...{ width, height, label: 'Logo' },
        embed: (document) => {
          const made = document.ref({ ...picture, ColorSpace: 'DeviceRGB' });
          if (opacity !== undefined) {
            const mask = document.ref({ ...picture, ColorSpace: 'DeviceGray', Decode: [0, 1] });
            mask.end(opacity);
            made.data['SMask'] = mask;
          }
          made.end(colours);
          image.obj = made;
        },
      };
      return image;
    },
  };
}
