// What is a drawing? Shapes for one currency, in shares of the picture's width and pixels of its height, and what they say to who does not see them.

/** What is drawn for one currency: its legend, its height in pixels, what it says in a sentence, and its shapes. */
export type Drawing = {
  readonly currency: string;
  /** A class of the style, and a text. */
  readonly legend: readonly (readonly [string, string])[];
  readonly height: number;
  readonly says: string;
  readonly shapes: string;
};

/** A share of the width, as an attribute says it: two decimals of a percent. */
export function percent(share: number): string {
  return `${Math.round(share * 10_000) / 100}%`;
}
