// A letter as blocks: its head, and what the template of its level says, with its tables and sums in place.
import type { Day } from '../core/day.ts';
import { minor } from '../core/money.ts';
import { percentIn } from '../core/rate.ts';
import { type Lang, word } from '../core/word.ts';
import { isPerson } from '../policy/dunning.ts';
import { type LetterSum, letterCredits, letterItems, letterLegs, letterSums } from '../report/views/letter.ts';
import { sumFor } from '../text/amounts.ts';
import { dayInWords } from '../text/days.ts';
import type { Letter, Sum } from './letter.ts';
import { paymentCode } from './payment-code.ts';
import type { Block, Prose } from './prose.ts';
import type { FieldValue, Template } from './template.ts';
import type { Field } from './template-fields.ts';

const REGISTERED = word('By registered letter with acknowledgement of receipt', 'Lettre recommandée avec avis de réception');
const RECORDED = word('By recorded delivery', 'Lettre recommandée avec avis de réception');
const SUBJECT = word('Subject', 'Objet');
const REFERENCE = word('Reference', 'Référence');

/** A letter whose parts have each a place of their own where it is printed; `blocks` holds them all, one below the other. */
export type LetterProse = Prose & {
  readonly head: {
    readonly sender: readonly string[];
    /** Lines of an envelope. */
    readonly debtor: readonly string[];
    readonly dated: string;
    /** How it is sent, where the law asks for it; '' where it does not. */
    readonly sentBy: string;
    readonly about: readonly (readonly [name: string, said: string])[];
  };
  readonly day: Day;
  readonly reference: string;
  readonly body: readonly Block[];
};

export function letterProse(letter: Letter, template: Template): LetterProse {
  const { lang, law, place, day, reference, sender, debtor, channel } = letter;
  const { subject, blocks } = template(fieldsOf(letter));
  const date = dayInWords(lang, day);
  const dated = lang === 'fr' ? `le ${date}` : date;
  const head: LetterProse['head'] = {
    ...{ sender, debtor, dated: place === '' ? dated : `${place}, ${dated}` },
    sentBy: channel === 'registered' ? (law === 'uk' ? RECORDED : REGISTERED)[lang] : '',
    // A template of one's own may have no heading.
    about: [...(subject === '' ? [] : [[SUBJECT[lang], subject] as const]), [REFERENCE[lang], reference]],
  };
  return {
    lang,
    title: subject || (sender[0] ?? ''),
    head,
    day,
    reference,
    body: blocks,
    blocks: [...headBlocks(head), ...blocks],
  };
}

function headBlocks({ sender, debtor, dated, sentBy, about }: LetterProse['head']): Block[] {
  return [
    { kind: 'lines', lines: sender },
    { kind: 'lines', lines: debtor, across: true },
    { kind: 'lines', lines: [dated], across: true },
    ...(sentBy === '' ? [] : [{ kind: 'lines', lines: [sentBy] } as const]),
    { kind: 'fields', rows: about },
  ];
}

/** Each field of a template; what is not so is empty. */
function fieldsOf(letter: Letter): Record<Field, FieldValue> {
  const { lang, law, debtorIs, items, credits, currency, claimed, contract, day, daysToPay, last, amountDue } = letter;
  const said = (sum: Sum | undefined): string =>
    sum === undefined || sum.amount === 0 ? '' : sumFor(lang, minor(sum.amount), sum.currency);
  const { indemnity } = claimed ?? {};
  const isApart = indemnity !== undefined && indemnity.currency !== currency;
  return {
    items: [
      { kind: 'table', section: letterItems(items, currency), carried: ['amount', 'paid', 'open', 'disputed'] },
      ...(credits.length === 0 ? [] : [{ kind: 'table', section: letterCredits(credits, currency), carried: ['open'] } as const]),
    ],
    amounts: [{ kind: 'table', section: letterSums(sumsOf(letter)) }],
    legs:
      claimed === undefined || claimed.legs.length === 0
        ? []
        : [
            {
              kind: 'table',
              section: letterLegs(
                claimed.legs,
                currency,
                items.some(({ disputed }) => disputed !== 0),
              ),
              carried: ['interest'],
            },
          ],
    transfer: transferOf(letter),
    signature: [{ kind: 'lines', lines: letter.signature.filter((line) => line !== '') }],
    sender: letter.sender[0] ?? '',
    customer: letter.debtor[0] ?? '',
    contact: letter.contact,
    ...{ reference: letter.reference, place: letter.place, date: dayInWords(lang, day) },
    amount_due: sumFor(lang, minor(amountDue), currency),
    total: sumFor(lang, minor(totalOf(letter)), currency),
    apart: isApart ? said(indemnity) : '',
    interest: said(claimed === undefined ? undefined : { amount: claimed.interest, currency }),
    indemnity: said(indemnity),
    indemnity_each: said(letter.indemnityEach),
    contract_rate: letter.contractRate === undefined ? '' : percentIn(lang, letter.contractRate),
    last_date: last === undefined ? '' : dayInWords(lang, last),
    days: String(daysToPay),
    deadline: dayInWords(lang, (day + daysToPay) as typeof day),
    ...{ iban: letter.iban, bic: letter.bic },
    claimed: claimed !== undefined && claimed.interest + claimed.indemnity.amount > 0,
    announced: law !== '' && debtorIs !== 'consumer',
    single: items.length === 1,
    newly_due: letter.hasNewlyDue,
    ...{ consumer: debtorIs === 'consumer', public: debtorIs === 'public', sole_trader: debtorIs === 'sole_trader' },
    individual: isPerson(debtorIs),
    registered: letter.channel === 'registered',
    retention_of_title: contract.retentionOfTitle,
    acceleration: contract.acceleration,
    suspension: contract.suspension,
  };
}

/** What is to be paid in the currency of the debt. */
function totalOf({ amountDue, claimed, currency }: Letter): number {
  if (claimed === undefined) return amountDue;
  return amountDue + claimed.interest + (claimed.indemnity.currency === currency ? claimed.indemnity.amount : 0);
}

function sumsOf(letter: Letter): LetterSum[] {
  const { items, currency, unallocated, amountDue, claimed, law, debtorIs } = letter;
  const sum = (label: LetterSum['label'], amount: number, of = currency): LetterSum => ({ label, amount, currency: of });
  const remaining = items.reduce((total, { open }) => total + open, 0);
  const disputed = items.reduce((total, one) => total + one.disputed, 0);
  const total = totalOf(letter);
  const { interest = 0, indemnity = { amount: 0, currency } } = claimed ?? {};
  const isPenalty = law === 'fr' && debtorIs !== 'consumer' && debtorIs !== 'public';
  const late = word('Late-payment interest', isPenalty ? 'Pénalités de retard' : 'Intérêts de retard');
  const fixed = word('Fixed compensation', 'Indemnité forfaitaire');
  return [
    ...(remaining === amountDue ? [] : [sum(word('Total remaining', 'Total restant dû'), remaining)]),
    ...(disputed === 0 ? [] : [sum(word('In dispute, not asked for here', 'En litige, non réclamé ici'), -disputed)]),
    ...(unallocated === 0
      ? []
      : [sum(word('Payments and credits not allocated yet', 'Règlements et avoirs non affectés'), unallocated)]),
    sum(word('Amount due', 'Somme due'), amountDue),
    ...(interest === 0 ? [] : [sum(late, interest)]),
    ...(indemnity.amount === 0 || indemnity.currency !== currency ? [] : [sum(fixed, indemnity.amount)]),
    ...(total === amountDue ? [] : [sum(word('Total to pay', 'Total à payer'), total)]),
    // Never added to what is owed in another currency.
    ...(indemnity.amount === 0 || indemnity.currency === currency ? [] : [sum(fixed, indemnity.amount, indemnity.currency)]),
  ];
}

function transferOf(letter: Letter): Block[] {
  const { iban, bic, reference, lang, payee, currency } = letter;
  if (iban === '') return [];
  const amount = minor(totalOf(letter));
  const payload = paymentCode({ payee, iban, bic, amount, currency, reference });
  const sum = sumFor(lang, amount, currency);
  const code =
    payload === undefined
      ? undefined
      : ({ payload, says: PAY[lang](sum), payee: [PAYEE[lang], payee], amount: [AMOUNT[lang], sum] } as const);
  const rows = [['IBAN', iban], ...(bic === '' ? [] : [['BIC', bic]]), [REFERENCE[lang], reference]] as [string, string][];
  return [{ kind: 'fields', rows, ...(code === undefined ? {} : { code }) }];
}

const PAYEE = word('Payee', 'Bénéficiaire');
const AMOUNT = word('Amount', 'Montant');
/** What the picture beside the means of payment is. */
const PAY: { readonly [lang in Lang]: (sum: string) => string } = {
  en: (sum) => `Scan with your banking app to transfer ${sum}`,
  fr: (sum) => `À scanner avec votre application bancaire pour virer ${sum}`,
};
