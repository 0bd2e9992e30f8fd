// How is a day written for people? ISO in English, where 06/07 would be two days; dd/mm/yyyy in French.
import { calendar, type Day, isoDay } from '../core/day.ts';
import type { Lang } from '../core/word.ts';

export function dayFor(lang: Lang, day: Day): string {
  if (lang === 'en') return isoDay(day);
  const { year, month, date } = calendar(day);
  return `${String(date).padStart(2, '0')}/${String(month).padStart(2, '0')}/${String(year).padStart(4, '0')}`;
}

const MONTHS = {
  en: 'January February March April May June July August September October November December'.split(' '),
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
} as const;

/** In a sentence: `30 June 2026`; `30 juin 2026`, and the first day of a month is `1er`. */
export function dayInWords(lang: Lang, day: Day): string {
  const { year, month, date } = calendar(day);
  return `${date}${lang === 'fr' && date === 1 ? 'er' : ''}\u00a0${MONTHS[lang][month - 1]}\u00a0${year}`;
}
