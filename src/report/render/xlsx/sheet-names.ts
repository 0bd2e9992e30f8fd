// What may a sheet be called? At most 31 characters, some of them never, no two alike whatever their capitals; in formulas its name stands in quotes.

const LONGEST = 31;

/** As the titles say it, each as a sheet may be called. */
export function sheetNames(titles: readonly string[]): string[] {
  const taken = new Set<string>(['history']);
  return titles.map((title) => {
    const legal = title
      .replace(/[\\/]/g, '-')
      .replace(/\s*:\s+/g, ' – ')
      .replace(/[[\]*?:\x00-\x1f]+/g, ' ')
      .replace(/\s+/g, ' ')
      .replace(/^[' ]+|[' ]+$/g, '');
    for (let n = 1; ; n++) {
      const end = n === 1 ? '' : ` ${n}`;
      const name = `${shortened(legal === '' ? 'ar' : legal, LONGEST - end.length)}${end}`;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  });
}

const DAY = String.raw`(?:\d{4}-\d{2}-\d{2}|\d{2}-\d{2}-\d{4})`;
const PERIOD = new RegExp(` (?:from|du) (${DAY}) (?:to|au) (${DAY})$`);
const AS_OF = new RegExp(` (?:as of|on|au|le) (${DAY})$`);
const DAYS_BEHIND = new RegExp(` ${DAY}(?: – ${DAY})?$`);

/** The day stays, since it tells one file from the next: the words before it go first, whole ones where there are, and never half of a character of two units. */
function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const terse = text.replace(PERIOD, ' $1 – $2').replace(AS_OF, ' $1');
  if (terse.length <= longest) return terse;
  const days = DAYS_BEHIND.exec(terse)?.[0] ?? '';
  const room = longest - days.length - 1;
  const cut = terse.slice(0, room).replace(/[\ud800-\udbff]$/, '');
  const words = days === '' ? cut : terse.slice(0, room + 1).replace(/ \S*$/, '');
  return `${(words.length > room / 2 && words.length <= room ? words : cut).replace(/[' ]+$/, '')}…${days}`;
}
