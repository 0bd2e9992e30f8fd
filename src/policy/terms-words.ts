// What do the words of payment terms mean, one by one? English and French, without accents. A word that says in which order steps are taken is no filler.

/** Words by what they mean. Those of `filler` may stand anywhere and mean nothing. */
const WORDS = {
  days: ['day', 'days', 'd', 'jour', 'jours', 'j'],
  months: ['month', 'months', 'mois'],
  end: ['end-of-month'],
  on: ['on', 'le'],
  now: ['immediate', 'immediately', 'cash', 'comptant', 'receipt', 'reception'],
  rest: ['rest', 'remainder', 'balance', 'solde', 'reste'],
  and: ['et', 'and'],
  sinceInvoice: ['since-invoice'],
  filler: [
    ...['net', 'nets', 'the', 'then', 'puis', 'a', '+', 'au', 'sous', 'in', 'within'],
    ...['due', 'payable', 'paiement', 'payment', 'reglement'],
  ],
} as const;
type Meaning = keyof typeof WORDS;
/** Made when the first terms are read: most runs read none. */
let meanings: Map<string, Meaning> | undefined;

export function meaningOf(word: string): Meaning | undefined {
  meanings ??= new Map(
    Object.entries(WORDS).flatMap(([meaning, words]) => words.map((one) => [one, meaning as Meaning] as const)),
  );
  return meanings.get(word);
}

/** Of the month of the invoice, from which all terms count. */
const END_OF_MONTH =
  /\b(?:la\s+)?(?:end[\s-]*of[\s-]*(?:the[\s-]+)?month|eom|fin[\s-]*d[eu][\s-]*mois|fdm|f\.d\.m\.?)(?:\s+(?:of\s+(?:the\s+)?invoice(?:\s+date)?|de\s+(?:la\s+)?(?:facture|facturation)))?(?![a-z])/g;
/** Of the invoice, and of nothing else: goods and orders are received on days of their own. */
const ON_RECEIPT =
  /\b(?:(?:up)?on\s+|des\s+)?(?:la\s+)?(receipt|reception)\b(?:\s+(?:of\s+(?:the\s+)?invoice|(?:de\s+)?(?:la\s+)?facture)\b)?/g;
/** What all terms count from. */
const FROM_INVOICE =
  /\b(?:(?:from|de|a\s+compter\s+de|a\s+partir\s+de|(after|apres))\s+)?(?:the\s+|la\s+)?(?:date\s+(?:de\s+)?(?:la\s+)?facture|invoice\s+date|date\s+of\s+(?:the\s+)?invoice)\b/g;
/** What stands behind these is reached first. */
const AFTER = /\b(?:after|apres|from|a\s+compter\s+d[eu]|a\s+partir\s+d[eu])\b/;

/** One word for what takes several, in a folded text. */
export function inSingleWords(folded: string): string {
  return folded
    .replace(/(?<=\d)(?=[a-z])/g, ' ')
    .replace(END_OF_MONTH, ' end-of-month ')
    .replace(ON_RECEIPT, ' $1 ')
    .replace(FROM_INVOICE, (_, after: string | undefined) => (after === undefined ? ' ' : ' since-invoice '));
}

/** A share in clauses: `30 days after end-of-month` is two. */
export function clausesOf(share: string): string[] {
  return share.split(AFTER);
}
