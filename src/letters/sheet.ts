// Where do sender and address stand, so that an envelope shows the one it is to and nothing else? In millimetres from the top left, for an A4 letter folded in three, in a DL envelope (110 × 220 mm)
// whose window is at the right, as in France, or at the left, as in the United Kingdom. The sheet is smaller than the envelope and slides in it by 10 mm across and 11 mm down: the address stands
// where each position shows it, and nothing else where any does.

/** The margins at the sides leave room for a punch. */
export const COLUMN = { left: 20, right: 190, width: 170 } as const;
export const MARGIN_TOP = 14;

export type Window = 'right' | 'left';

export type Geometry = {
  /** The address, on the sheet: what every position shows, less 2 mm of air. */
  readonly address: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly sender: { readonly x: number; readonly y: number; readonly width: number };
  readonly dated: { readonly x: number; readonly y: number };
  readonly sentBy: { readonly x: number; readonly y: number };
};

export const GEOMETRY: { readonly [window in Window]: Geometry } = {
  // French makers' windows: 35 × 100 mm and 45 × 100 mm, both 20 mm from the right edge and 20 mm from the foot, so x 100–200 and y 55–90 (45–90) of the envelope; always shown: x 100–190, y 55–79.
  right: {
    address: { x: 103, y: 56.5, width: 85, height: 21.5 },
    sender: { x: COLUMN.left, y: 14, width: 67 },
    dated: { x: 103, y: 92 },
    sentBy: { x: COLUMN.left, y: 92 },
  },
  // BS 4264: 35 × 90 mm, 20 mm from the left edge and 18 mm from the foot, so x 20–110 and y 57–92; always shown: x 20–100, y 57–81.
  left: {
    address: { x: 22, y: 58.5, width: 76, height: 21.5 },
    sender: { x: 125, y: 14, width: 65 },
    dated: { x: COLUMN.left, y: 93 },
    sentBy: { x: 125, y: 93 },
  },
};

/** How an address is printed: its size in points, and the height of its lines as a share of that. */
export type AddressPrint = { readonly size: number; readonly leading: number };

/** From what is read best: lines stand closer before letters are smaller. Nine lines, the most that an address abroad needs, fit in the last one. */
export const ADDRESS_PRINTS: readonly AddressPrint[] = [10, 9.5, 9, 8.5, 8, 7.5, 7, 6.5, 6].flatMap((size) =>
  [1.24, 1.12].map((leading) => ({ size, leading })),
);
