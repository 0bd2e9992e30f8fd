// On which accounts are write-downs booked? One account a purpose, by the chart in force when the fiscal year began (PCG, ANC 2022-06 from 2025 on; rules §4.1), or a plain IFRS one.

/** What an account is for, as [provision] accounts names it. */
export const WRITE_DOWN_ROLES = [
  ...(['receivable', 'doubtful', 'allowance', 'charge', 'release'] as const),
  ...(['loss', 'loss_previous', 'vat', 'vat_on_receipts', 'vat_pending', 'recovery', 'bank'] as const),
] as const;
export type WriteDownRole = (typeof WRITE_DOWN_ROLES)[number];

export type WriteDownAccounts = { readonly [role in WriteDownRole]: string };

/** The first fiscal years of the reform began on this day. */
const REFORM = 2025;

const PCG: Omit<WriteDownAccounts, 'recovery'> = {
  ...{ receivable: '411', doubtful: '416', allowance: '491', charge: '68174', release: '78174' },
  ...{ loss: '6541', loss_previous: '6544', vat: '44571', vat_on_receipts: '44574', vat_pending: '467', bank: '512' },
};

const IFRS: WriteDownAccounts = {
  ...{ receivable: '1200', doubtful: '1210', allowance: '1290', charge: '6800', release: '6800' },
  ...{ loss: '6810', loss_previous: '6810', vat: '2200', vat_on_receipts: '2210', vat_pending: '2220' },
  ...{ recovery: '6820', bank: '1000' },
};

/** `yearBegins`: the calendar year in which the fiscal year of the entries began; `said` goes before the chart. */
export function writeDownAccounts(
  chart: 'fr' | 'ifrs',
  yearBegins: number,
  said: ReadonlyMap<string, string>,
): WriteDownAccounts {
  const known: WriteDownAccounts = chart === 'ifrs' ? IFRS : { ...PCG, recovery: yearBegins >= REFORM ? '7583' : '7714' };
  return { ...known, ...Object.fromEntries([...said].filter(([role]) => WRITE_DOWN_ROLES.some((one) => one === role))) };
}
