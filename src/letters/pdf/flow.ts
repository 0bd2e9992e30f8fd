// Where does the next line stand? Below the last one, or on a new page where there is no room for what must stay together.
import type { Canvas, Type } from './canvas.ts';

/** In millimetres: what is below is left to the number of the page. */
const [TOP, BOTTOM] = [27, 277];

/** The type of a letter's text, from line to line and between paragraphs. */
export type Density = { readonly type: Type; readonly leading: number; readonly gap: number };

export class Flow {
  readonly canvas: Canvas;
  readonly density: Density;
  y: number;

  constructor(canvas: Canvas, y: number, density: Density) {
    this.canvas = canvas;
    this.density = density;
    this.y = y;
  }

  get room(): number {
    return BOTTOM - this.y;
  }

  get isAtTop(): boolean {
    return this.canvas.pages > 1 && this.y === TOP;
  }

  turn(): void {
    this.canvas.addPage();
    this.y = TOP;
  }

  /** What is taller than a page begins where it stands. */
  keep(height: number): void {
    if (height > this.room && !this.isAtTop && height <= BOTTOM - TOP) this.turn();
  }
}
