// How large is what a JPEG shows? As it is seen: a camera that was held upright says so, and browsers and pdfkit turn its picture.

type Size = { readonly width: number; readonly height: number };

/** The size stands in a frame that begins with one of these; the three between are none. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const [APP1, SCAN] = [0xe1, 0xda];

/** The size, or why there is none: the end of a sentence. */
export function jpegSize(bytes: Uint8Array): Size | string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const last = bytes.lastIndexOf(0xd9);
  if (last < 1 || bytes[last - 1] !== 0xff) return 'is cut';
  let size: Size | undefined;
  let isTurned = false;
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + view.getUint16(at + 2)) {
    const marker = bytes[at + 1] as number;
    if (isFrame(marker)) size = { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    if (marker === APP1) isTurned ||= isOnItsSide(bytes.subarray(at + 4, at + 2 + view.getUint16(at + 2)));
    if (marker !== SCAN) continue;
    if (size === undefined || size.width === 0 || size.height === 0) break;
    return isTurned ? { width: size.height, height: size.width } : size;
  }
  return size === undefined ? 'says nothing of its size' : 'ends before its pixels';
}

const [EXIF, ORIENTATION] = ['Exif\0\0', 0x112];

/** Orientations from 5 on are a quarter of a turn. */
function isOnItsSide(part: Uint8Array): boolean {
  const tiff = part.subarray(EXIF.length);
  if (tiff.length < 8 || String.fromCharCode(...part.subarray(0, EXIF.length)) !== EXIF) return false;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const isLittle = tiff[0] === 0x49;
  const first = view.getUint32(4, isLittle);
  if (first + 2 > tiff.length) return false;
  for (let i = 0, at = first + 2; i < view.getUint16(first, isLittle) && at + 12 <= tiff.length; i++, at += 12)
    if (view.getUint16(at, isLittle) === ORIENTATION) return view.getUint16(at + 8, isLittle) > 4;
  return false;
}
