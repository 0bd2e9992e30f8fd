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

/** Never inside a character of two units. */
function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest - 1).replace(/[\ud800-\udbff]$|[' ]+$/, '')}…`;
}
