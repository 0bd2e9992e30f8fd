// What is told of years of one firm's books that follow one another, or do not, and of openings that are not what the year before came to?
import type { Currency } from '../core/currency.ts';
import { isoDay } from '../core/day.ts';
import type { Diagnostics } from '../core/diagnostic.ts';
import type { Chained, OpeningDiffers } from '../ledger/chained-years.ts';
import { type Ledger, originOf } from '../ledger/ledger.ts';
import { plainAmount } from '../text/amounts.ts';

export function tellChained(chained: readonly Chained[], ledger: Ledger, diagnostics: Diagnostics): void {
  for (const one of chained) {
    if (one.how === 'chained' && !one.year.opens) {
      if (one.differs.length > 0) tellNone(one, diagnostics);
    } else if (one.how === 'chained') for (const differs of one.differs) tellDiffers(ledger, one, differs, diagnostics);
    else tellApart(one, diagnostics);
  }
}

function tellNone({ before, year }: Chained, diagnostics: Diagnostics): void {
  diagnostics.add({
    code: 'opening-differs',
    file: year.file,
    what: `nothing is brought forward from ${before.file}`,
    why: 'what was open then stays open, and nothing says that it was',
    fix: 'look whether the entries of the opening (à-nouveaux) are in the file',
  });
}

function tellApart({ before, year, how }: Chained, diagnostics: Diagnostics): void {
  const days = `${year.file} begins on ${isoDay(year.firstDay)}, and ${before.file} ends on ${isoDay(before.closing ?? before.lastDay)}`;
  if (how === 'gap') {
    diagnostics.add({
      code: 'years-gap',
      file: year.file,
      what: `the books of a time between are not here: ${days}`,
      why: 'what was paid in that time would show as open, and what is brought forward would be owed twice',
      fix: `name the FEC of that time as well, or leave out ${before.file}`,
    });
    return;
  }
  diagnostics.add({
    code: 'years-overlap',
    file: year.file,
    what: `both files hold the books of the same days: ${days}`,
    why: 'what is brought forward would be owed twice',
    fix: 'name one file a year, and each of them once',
  });
}

function tellDiffers(ledger: Ledger, { before }: Chained, differs: OpeningDiffers, diagnostics: Diagnostics): void {
  const { customers, currencies } = ledger;
  const currency = currencies[differs.currency] as Currency;
  const said = (amount: number): string => `${plainAmount(amount, currency)} ${currency}`;
  const whose = customers.id(differs.customer);
  const account = differs.account === '' ? '' : ` on ${differs.account}`;
  diagnostics.add({
    code: 'opening-differs',
    ...originOf(ledger, differs.row),
    value: whose,
    what: `${said(differs.opened)} is brought forward${account}, and ${before.file} closes at ${said(differs.closed)}`,
    why: differs.booked
      ? 'the difference stands as brought forward, so that the account comes to what the later year says, and nobody knows its age'
      : 'in all the customer owes what he did: what was open stays on the account it was on',
    fix: 'export the earlier year again, once it is closed',
  });
}
