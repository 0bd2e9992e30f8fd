// When is due what came back, worked out by going through all rows for each one: every posting that was known on its day is looked at.

export type Came = {
  readonly customer: string;
  readonly kind: string;
  readonly document: string;
  readonly reference: string;
  readonly posted: string;
  readonly date: string;
  readonly due: string;
  readonly amount: number;
  readonly letter: string;
};

/** The due day of each row; '' for none. */
export function revivedDays(rows: readonly Came[]): string[] {
  const due = rows.map((row) => row.due);
  const cameBack = (row: Came): boolean => ['returned', 'transfer'].includes(row.kind) && row.due === '' && row.amount > 0;
  for (const today of [...new Set(rows.map(({ posted }) => posted))].sort()) {
    const found = rows.map((row, at) => (cameBack(row) && row.posted === today ? dayOf(rows, due, at) : due[at]));
    due.splice(0, due.length, ...(found as string[]));
  }
  return due;
}

function dayOf(rows: readonly Came[], due: readonly string[], at: number): string {
  const back = rows[at] as Came;
  const known = rows
    .map((_, i) => i)
    .filter((i) => i !== at && row(i).posted <= back.posted && row(i).customer === back.customer);
  function row(i: number): Came {
    return rows[i] as Came;
  }
  const carrying = (number: string): number[] => known.filter((i) => number !== '' && row(i).document === number);
  const debits = (of: readonly number[]): number[] => of.filter((i) => row(i).amount > 0);
  const lettered = (letter: string): number[] => debits(known.filter((i) => letter !== '' && row(i).letter === letter));
  // A letter that had come to nothing before is used again.
  const usedBefore = (i: number): number => {
    const under = rows.filter(({ customer, letter }) => customer === row(i).customer && letter === row(i).letter);
    const ends = [...new Set(under.map(({ posted }) => posted))].filter((day) => day < row(i).posted);
    const balance = (day: string): number =>
      under.filter(({ posted }) => posted <= day).reduce((sum, { amount }) => sum + amount, 0);
    return ends.filter((day) => balance(day) === 0).length;
  };
  const letteredWith = (i: number): number[] => lettered(row(i).letter).filter((other) => usedBefore(other) === usedBefore(i));
  const paidBy = (credits: readonly number[]): number[] =>
    credits.flatMap((i) => (row(i).reference === '' ? letteredWith(i) : debits(carrying(row(i).reference))));
  // What came back and says nothing else may bear the number of its payment.
  const unsaid = back.kind === 'returned' && back.letter === '' ? back.document : '';
  const led = (): number[] => {
    if (back.reference !== '' || unsaid !== '') {
      const named = carrying(back.reference || unsaid);
      const credits = named.filter((i) => row(i).amount < 0);
      const exact = credits.filter((i) => row(i).amount === -back.amount);
      return [...debits(named), ...paidBy(exact.length > 0 ? exact : credits)];
    }
    if (back.kind === 'returned') {
      const together = letteredWith(at);
      return together.length > 0 ? together : lettered(back.letter);
    }
    const legs = carrying(back.document).filter(
      (i) => row(i).kind === 'transfer' && row(i).posted === back.posted && row(i).amount === -back.amount,
    );
    return paidBy(legs);
  };
  // Instalments of one document are due when the first is.
  const first: { [document: string]: string } = {};
  for (const i of led()) {
    const key = `${row(i).document === '' ? `line ${i}` : `number ${row(i).document}`} ${row(i).date}`;
    const before = first[key];
    first[key] = before === undefined || (due[i] as string) < before ? (due[i] as string) : before;
  }
  const days = new Set(Object.values(first));
  return days.size === 1 ? ([...days][0] as string) : '';
}
