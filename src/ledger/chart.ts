// Which accounts of the French chart (PCG) are of customers, and what is each of them for? (rules §5, 1)

/** Retentions, advances, customers, bills, doubtful claims: the longest that fits is the general account of an account. */
const GENERAL = ['4117', '4191', '411', '413', '416'] as const;

/** The general account; of an account that is none of these its first three characters. */
export function generalAccount(account: string): string {
  return GENERAL.find((general) => account.startsWith(general)) ?? account.slice(0, 3);
}

export function isOfAdvances(account: string): boolean {
  return generalAccount(account) === '4191';
}

/** Accounts of invoices and of credit notes that are still to be made out. */
export const TO_BE_MADE_OUT = ['418', '4198'] as const;

/** True for one of them: nobody owes these yet. */
export function isToBeMadeOut(account: string): boolean {
  return TO_BE_MADE_OUT.some((begins) => account.startsWith(begins));
}

export function isCreditNoteToBeMadeOut(account: string): boolean {
  return account.startsWith('4198');
}

/** Accounts of digits that are as long as the customer's own: 4117 and 4191 may be the first digits of a number behind 411 or 419. */
const AS_LONG = ['413', '416'] as const;

/** The customer's account, which is not collective: 411DUPONT for 416DUPONT, 41100012 for 41600012. Any other account as it is. */
export function ofCustomer(account: string): string {
  const general = generalAccount(account);
  const own = account.slice(general.length);
  const joined: readonly string[] = /^\p{L}/u.test(own) ? GENERAL : AS_LONG;
  return joined.includes(general) ? `411${own}` : account;
}

/** True for what follows the general account in a collective one, on which all customers are: zeros, and perhaps one digit of the chart's own. */
export function namesNobody(end: string): boolean {
  return /^\P{L}?0*$/u.test(end);
}
