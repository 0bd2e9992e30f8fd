// How do bars stand? The largest rows of a currency, one bar each below its name and amount, the rest together; widths are shares of the picture's own width, so that it
// fits a phone with letters as large as elsewhere.
import { minor } from '../../../core/money.ts';
import { type Lang, word } from '../../../core/word.ts';
import { amountFor } from '../../../text/amounts.ts';
import { visible } from '../../../text/visible.ts';
import type { Cell, Chart, Section } from '../../report.ts';
import { escapedHtml } from '../html-table.ts';
import { shown } from '../people.ts';
import { charactersOf, widthOfText } from '../width.ts';
import { type Drawing, percent } from './drawing.ts';

type Bar = { readonly name: string; readonly whole: number; readonly parts: readonly number[] };
type Group = { readonly currency: Extract<Cell, { kind: 'money' }>['currency']; readonly bars: Bar[] };

const MOST = 12;
const LONGEST_NAME = 30;
/** Where two amounts stand beside it. */
const SHORTER_NAME = 21;
const STEP = 33;
const THICK = 12;
/** Below the letters of its name. */
const DOWN = 16;

const LATE = ['late-1', 'late-2', 'late-3', 'late-4', 'late-5'];
const CALM = ['calm-1', 'calm-2', 'calm-3'];

export function stackedBars(section: Section, chart: Extract<Chart, { kind: 'stacked' }>, lang: Lang): Drawing[] {
  const keys = chart.parts.map(({ key }) => key);
  const looks = looksOf(chart.parts.map(({ tone }) => tone));
  const heads = keys.map((key) => section.columns.find((column) => column.key === key)?.head[lang] ?? key);
  return groupsOf(section, chart.names, chart.whole, keys, lang).map(({ currency, bars }) => {
    const kept = largest(bars, lang);
    const sums = (sign: number): number[] =>
      kept.map(({ parts }) => parts.reduce((sum, part) => sum + Math.max(0, sign * part), 0));
    const [left, right] = [Math.max(0, ...sums(-1)), Math.max(0, ...sums(1))];
    const span = left + right || 1;
    const shapes = kept.map(({ name, whole, parts }, row) => {
      let [before, after] = [left, left];
      const drawn = parts.map((part, p) => {
        if (part === 0) return '';
        const from = part > 0 ? after : before + part;
        if (part > 0) after += part;
        else before += part;
        return rect(looks[p] as string, from / span, Math.abs(part) / span, row);
      });
      const y = row * STEP + DOWN - 2;
      const zero =
        left > 0
          ? `<line class="zero" x1="${percent(left / span)}" x2="${percent(left / span)}" y1="${y}" y2="${y + THICK + 4}"/>`
          : '';
      return `${labels(name, amountFor(lang, minor(whole), currency), row)}${drawn.join('')}${zero}`;
    });
    const height = kept.length * STEP;
    const used = looks.flatMap((look, p) =>
      kept.some(({ parts }) => parts[p] !== 0) ? [[look, heads[p] as string] as const] : [],
    );
    return { currency, legend: used, height, says: saysOf(kept, currency, lang), shapes: shapes.join('') };
  });
}

export function againstBars(section: Section, chart: Extract<Chart, { kind: 'against' }>, lang: Lang): Drawing[] {
  const head = (key: string): string => section.columns.find((column) => column.key === key)?.head[lang] ?? key;
  const within = word(`${head(chart.value)} within the limit`, `${head(chart.value)} dans le plafond`)[lang];
  const beyond = word(`${head(chart.value)} beyond the limit`, `${head(chart.value)} au-delà du plafond`)[lang];
  return groupsOf(section, chart.names, chart.value, [chart.bound], lang, true).map(({ currency, bars }) => {
    const kept = [...bars].sort((a, b) => b.whole - a.whole).slice(0, MOST);
    const span = Math.max(1, ...kept.map(({ whole, parts }) => Math.max(whole, parts[0] as number)));
    const money = (amount: number): string => amountFor(lang, minor(amount), currency);
    const shapes = kept.map(({ name, whole, parts }, row) => {
      const bound = parts[0] as number;
      const drawn = whole > 0 ? rect(whole > bound ? 'late-3' : 'calm-1', 0, whole / span, row) : '';
      const room = `<rect class="room" x="0" y="${row * STEP + DOWN}" width="${percent(bound / span)}" height="${THICK}"/>`;
      const at = percent(bound / span);
      const mark = `<line class="bound" x1="${at}" x2="${at}" y1="${row * STEP + DOWN - 3}" y2="${row * STEP + DOWN + 3 + THICK}"/>`;
      return `${labels(name, `${money(whole)} / ${money(bound)}`, row, SHORTER_NAME)}${room}${drawn}${mark}`;
    });
    const legend = [
      ['calm-1', within],
      ['late-3', beyond],
      ['bound', head(chart.bound)],
    ] as const;
    return { currency, legend, height: kept.length * STEP + 4, says: saysOf(kept, currency, lang), shapes: shapes.join('') };
  });
}

/** Rows with amounts, by currency, in the order in which currencies are called; `all`: only rows that have every part. */
function groupsOf(
  section: Section,
  names: readonly string[],
  whole: string,
  parts: readonly string[],
  lang: Lang,
  all = false,
): Group[] {
  const place = (key: string): number => section.columns.findIndex((column) => column.key === key);
  const [namePlaces, wholePlace, partPlaces] = [names.map(place), place(whole), parts.map(place)];
  const groups = new Map<string, Group>();
  for (let i = 0; i < section.rows.count; i++) {
    const cells = section.rows.at(i);
    const of = cells[wholePlace];
    if (of?.kind !== 'money') continue;
    const amounts = partPlaces.map((p) => cells[p]).map((cell) => (cell?.kind === 'money' ? cell.amount : undefined));
    if ((all && amounts.includes(undefined)) || (of.amount === 0 && amounts.every((amount) => (amount ?? 0) === 0))) continue;
    const group = groups.get(of.currency) ?? { currency: of.currency, bars: [] };
    groups.set(of.currency, group);
    const texts = namePlaces.map((p) => (cells[p] === undefined ? '' : shown(cells[p], lang)));
    group.bars.push({
      name: texts.find((text) => text !== '') ?? '',
      whole: of.amount,
      parts: amounts.map((amount) => amount ?? 0),
    });
  }
  return [...groups.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1));
}

/** The largest, and the rest of them together. */
function largest(bars: readonly Bar[], lang: Lang): Bar[] {
  const sorted = [...bars].sort((a, b) => b.whole - a.whole);
  if (sorted.length <= MOST) return sorted;
  const rest = sorted.slice(MOST - 1);
  const together: Bar = {
    name: word(`${rest.length} others`, `${rest.length} autres`)[lang],
    whole: rest.reduce((sum, { whole }) => sum + whole, 0),
    parts: (bars[0] as Bar).parts.map((_, p) => rest.reduce((sum, { parts }) => sum + (parts[p] as number), 0)),
  };
  return [...sorted.slice(0, MOST - 1), together];
}

/** Late ones spread over their scale, so that the last is always the darkest. */
function looksOf(tones: readonly ('calm' | 'late' | 'credit')[]): string[] {
  const late = tones.filter((tone) => tone === 'late').length;
  const calm = tones.filter((tone) => tone === 'calm').length;
  const at = { calm: 0, late: 0 };
  return tones.map((tone) => {
    if (tone === 'credit') return 'credit';
    const [scale, of] = tone === 'late' ? [LATE, late] : [CALM, calm];
    const place = of <= scale.length ? at[tone] : Math.floor((at[tone] * scale.length) / of);
    at[tone]++;
    return scale[place] as string;
  });
}

function rect(look: string, from: number, wide: number, row: number): string {
  return `<rect class="${look}" x="${percent(from)}" y="${row * STEP + DOWN}" width="${percent(wide)}" height="${THICK}"/>`;
}

function labels(name: string, amount: string, row: number, longest = LONGEST_NAME): string {
  const y = row * STEP + 12;
  return `<text x="0" y="${y}">${escapedHtml(briefly(visible(name), longest))}</text><text x="100%" y="${y}" text-anchor="end">${escapedHtml(amount)}</text>`;
}

function saysOf(bars: readonly Bar[], currency: Group['currency'], lang: Lang): string {
  const told = bars.slice(0, 3).map(({ name, whole }) => `${visible(name)} ${amountFor(lang, minor(whole), currency)}`);
  return word(
    `Largest: ${told.join('; ')}. The table below has all figures.`,
    `Les plus grands : ${told.join(' ; ')}. Le tableau ci-dessous donne tous les chiffres.`,
  )[lang];
}

/** Names of one house differ at their end: what is left out is left out before it. */
function briefly(name: string, longest: number): string {
  if (widthOfText(name) <= longest) return name;
  const characters = [...charactersOf(name)];
  const end = fitting(characters.toReversed(), Math.floor(longest / 3)).reverse();
  return `${fitting(characters, longest - Math.floor(longest / 3) - 1).join('')}…${end.join('')}`;
}

/** As many characters from the first as the width holds. */
function fitting(characters: readonly string[], width: number): string[] {
  let used = 0;
  const past = characters.findIndex((character) => (used += widthOfText(character)) > width);
  return characters.slice(0, past < 0 ? characters.length : past);
}
