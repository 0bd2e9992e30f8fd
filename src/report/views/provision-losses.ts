// How is what is lost for good shown? Each loss with its tax and the ground on which that is got back; the notices on duplicates of invoices, one a document and one of all of a debtor.
import type { Currency } from '../../core/currency.ts';
import type { Day } from '../../core/day.ts';
import { minor } from '../../core/money.ts';
import { type Word, word } from '../../core/word.ts';
import { type Ledger, numberOf } from '../../ledger/ledger.ts';
import type { DuplicateNotice, NoticeLine } from '../../measures/provision/notices.ts';
import type { Recovery, WriteOff } from '../../measures/provision/write-down.ts';
import type { VatGround } from '../../policy/vat-grounds.ts';
import { words } from '../../text/words.ts';
import { type Cell, type Column, type Section, text } from '../report.ts';
import { customerColumns } from './age.ts';
import { noticeWording } from './duplicate-notice.ts';

const GROUND_WORDS: { readonly [ground in VatGround]: Word } = {
  liquidation: word('judgment of liquidation', 'jugement de liquidation'),
  irrecoverable: word('proved irrecoverable', 'irrécouvrabilité prouvée'),
  remission: word('remission granted', 'remise accordée'),
  receipts: word('taxed on receipts: never owed', 'TVA sur les encaissements : jamais due'),
  relief: word('bad debt relief (UK)', 'bad debt relief (Royaume-Uni)'),
  pending: word('not got back yet', 'pas encore récupérée'),
  none: word('not got back', 'non récupérée'),
};

const money = (key: string, head: Word, spare = 0): Column => ({ key, head, kind: 'money', spare });
const amountOf = (amount: number, currency: Currency): Cell => ({ kind: 'money', amount: minor(amount), currency });
const DAY: Column = { key: 'day', head: words.date, kind: 'day', spare: 2 };
const NET = word('Net', 'HT');
const TAX = word('Tax', 'TVA');

/** In the order of the table. */
export function writeOffsSection(writeOffs: readonly WriteOff[], ledger: Ledger): Section {
  const { customers } = ledger;
  return {
    name: 'write_offs',
    title: word('Lost for good', 'Créances irrécouvrables'),
    columns: [
      ...customerColumns(writeOffs.map(({ customer }) => customers.nameOf(customer))),
      { key: 'document', head: words.document, kind: 'text' },
      DAY,
      { key: 'currency', head: words.currency, kind: 'text', spare: 1 },
      money('amount', words.amount),
      money('net', NET),
      money('tax', TAX),
      { key: 'ground', head: word('Ground of its tax', 'Sort de la TVA'), kind: 'code', flow: 'wrap' },
      { key: 'reason', head: word('Reason', 'Motif'), kind: 'text', flow: 'wrap', spare: 4 },
      { key: 'decided_by', head: word('Decided by', 'Décidé par'), kind: 'text', spare: 5 },
    ],
    rows: {
      count: writeOffs.length,
      at: (i) => {
        const { customer, row, day, currency, amount, net, tax, ground, reason, decidedBy } = writeOffs[i] as WriteOff;
        return [
          text(customers.id(customer)),
          text(customers.nameOf(customer)),
          text(numberOf(ledger, row)),
          { kind: 'day', day },
          text(currency),
          ...[amount, net, tax].map((one) => amountOf(one, currency)),
          { kind: 'code', key: ground, word: GROUND_WORDS[ground] },
          text(reason),
          text(decidedBy),
        ];
      },
    },
    totals: [],
    notes: [],
  };
}

const SOURCE_WORDS: { readonly [from in Recovery['from']]: Word } = {
  cash: word('cash', 'encaissement'),
  insurance: word('insurance', 'assurance'),
};

export function recoveriesSection(recoveries: readonly Recovery[]): Section {
  return {
    name: 'recoveries',
    title: word('Come in of claims lost before', 'Rentrées sur créances amorties'),
    columns: [
      ...customerColumns(recoveries.map(({ name }) => name)),
      { key: 'document', head: words.document, kind: 'text' },
      DAY,
      { key: 'currency', head: words.currency, kind: 'text', spare: 1 },
      money('amount', words.amount),
      money('net', NET),
      money('tax', TAX),
      { key: 'kind', head: word('From', 'Origine'), kind: 'code' },
    ],
    rows: {
      count: recoveries.length,
      at: (i) => {
        const { id, name, document, day, currency, amount, net, tax, from } = recoveries[i] as Recovery;
        return [
          ...[id, name, document].map(text),
          { kind: 'day', day },
          text(currency),
          ...[amount, net, tax].map((one) => amountOf(one, currency)),
          { kind: 'code', key: from, word: SOURCE_WORDS[from] },
        ];
      },
    },
    totals: [],
    notes: [],
  };
}

export function noticesSection(notices: readonly DuplicateNotice[]): Section {
  const lines = notices.flatMap((notice) => notice.lines.map((line) => ({ notice, line })));
  return {
    name: 'notices',
    title: word(
      'Duplicates to send, each with its wording (CGI art. 272)',
      'Duplicata à envoyer, avec leur mention (art. 272 du CGI)',
    ),
    columns: [
      ...customerColumns(notices.map(({ name }) => name)),
      { key: 'document', head: words.document, kind: 'text' },
      { key: 'date', head: words.date, kind: 'day' },
      ...amountColumns(),
    ],
    rows: {
      count: lines.length,
      at: (i) => {
        const { notice, line } = lines[i] as (typeof lines)[number];
        const date: Cell = { kind: 'day', day: line.date as Day };
        return [text(notice.id), text(notice.name), text(line.document), date, ...amountCells(line, notice.currency)];
      },
    },
    totals: [],
    notes: [
      word(
        'The tax is got back once the duplicate is sent; a copy is kept.',
        'La TVA est récupérée une fois le duplicata envoyé ; une copie est à conserver.',
      ),
    ],
  };
}

/** One statement in the place of several duplicates; none for debtors of one document. */
export function recapitulativesSection(notices: readonly DuplicateNotice[]): Section {
  const several = notices.filter(({ lines }) => lines.length > 1);
  const sums = (lines: readonly NoticeLine[]) => ({
    net: lines.reduce((sum, { net }) => sum + net, 0),
    tax: lines.reduce((sum, { tax }) => sum + tax, 0),
  });
  return {
    name: 'recapitulatives',
    title: word('Or one statement of all invoices of a debtor', 'Ou un état récapitulatif par débiteur'),
    columns: [
      ...customerColumns(several.map(({ name }) => name)),
      { key: 'documents', head: word('Documents', 'Pièces'), kind: 'text', flow: 'wrap' },
      ...amountColumns(),
    ],
    rows: {
      count: several.length,
      at: (i) => {
        const { id, name, lines, currency } = several[i] as DuplicateNotice;
        const documents = lines.map(({ document }) => document).join(' ');
        return [text(id), text(name), text(documents), ...amountCells(sums(lines), currency)];
      },
    },
    totals: [],
    notes: [],
  };
}

function amountColumns(): Column[] {
  return [
    { key: 'currency', head: words.currency, kind: 'text', spare: 1 },
    money('net', NET),
    money('tax', TAX),
    { key: 'wording', head: word('Wording', 'Mention'), kind: 'text', flow: 'wrap' },
  ];
}

function amountCells(of: Pick<NoticeLine, 'net' | 'tax'>, currency: Currency): Cell[] {
  return [text(currency), amountOf(of.net, currency), amountOf(of.tax, currency), text(noticeWording([of], currency))];
}
