// How do cells look? Number forms are Excel's own, which it shows with the marks of its reader's country; a style is made when a cell first asks for it.
import { MAIN, XML, xmlText } from './xml.ts';

export type Look = {
  /** A number form; General where there is none. */
  readonly form?: string;
  readonly font?: 'bold' | 'title' | 'grey';
  /** A heading is filled and closed by a line, a total is opened by one. */
  readonly line?: 'heading' | 'total';
  readonly align?: 'left' | 'right' | 'wrap';
  /** A text that begins as a formula does stays a text, also when its cell is edited. */
  readonly isText?: true;
};

const FONTS = ['', '<b/>', '<b/>', ''];
const FONT_NAMES = [undefined, 'bold', 'title', 'grey'];
const SIZES = [11, 11, 15, 11];
const COLOURS = ['FF1B1F24', 'FF1B1F24', 'FF16324F', 'FF57606A'];
const LINES = [undefined, 'heading', 'total'];
/** Of forms with a number above this one the file says what they are. */
const OWN = 164;

export class Styles {
  readonly #looks = new Map<string, number>();
  /** By the value itself: most cells share a few. */
  readonly #met = new WeakMap<Look, number>();
  readonly #forms: string[] = [];
  readonly #cells: string[] = [];

  constructor() {
    this.of({});
  }

  of(look: Look): number {
    const met = this.#met.get(look);
    if (met !== undefined) return met;
    const style = this.#alike(look);
    this.#met.set(look, style);
    return style;
  }

  #alike(look: Look): number {
    const key = `${look.form ?? ''}\0${look.font ?? ''}\0${look.line ?? ''}\0${look.align ?? ''}\0${look.isText ?? ''}`;
    const known = this.#looks.get(key);
    if (known !== undefined) return known;
    this.#looks.set(key, this.#cells.length);
    return this.#cells.push(this.#cell(look)) - 1;
  }

  #cell({ form, font, line, align, isText }: Look): string {
    const id = form === undefined ? 0 : this.#formOf(form);
    const across = align === 'right' || align === 'left' ? ` horizontal="${align}"` : '';
    const wraps = align === 'wrap' || line === 'heading' ? ' wrapText="1"' : '';
    const aligned = `<alignment${across} vertical="${line === 'heading' ? 'bottom' : 'top'}"${wraps}/>`;
    const border = LINES.indexOf(line);
    return (
      `<xf numFmtId="${id}" fontId="${FONT_NAMES.indexOf(font)}" fillId="${line === 'heading' ? 2 : 0}" borderId="${border}" xfId="0"` +
      `${isText === true ? ' quotePrefix="1"' : ''} applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${aligned}</xf>`
    );
  }

  #formOf(form: string): number {
    const known = this.#forms.indexOf(form);
    return OWN + (known >= 0 ? known : this.#forms.push(form) - 1);
  }

  xml(): string {
    const forms = this.#forms.map((form, i) => `<numFmt numFmtId="${OWN + i}" formatCode="${xmlText(form)}"/>`);
    const fonts = FONTS.map(
      (bold, i) =>
        `<font>${bold}<sz val="${SIZES[i]}"/><color rgb="${COLOURS[i]}"/><name val="Calibri"/><family val="2"/></font>`,
    );
    const side = (name: string, style: string): string =>
      style === '' ? `<${name}/>` : `<${name} style="${style}"><color rgb="FF8C959F"/></${name}>`;
    const borders = [
      ['', ''],
      ['', 'thin'],
      ['thin', ''],
    ].map(
      ([top, bottom]) =>
        `<border><left/><right/>${side('top', top as string)}${side('bottom', bottom as string)}<diagonal/></border>`,
    );
    const solid = '<fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF4"/><bgColor indexed="64"/></patternFill></fill>';
    return (
      `${XML}<styleSheet xmlns="${MAIN}">${counted('numFmts', forms)}${counted('fonts', fonts)}` +
      `<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${solid}</fills>` +
      `${counted('borders', borders)}<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
      `${counted('cellXfs', this.#cells)}<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
    );
  }
}

function counted(name: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `<${name} count="${items.length}">${items.join('')}</${name}>`;
}
