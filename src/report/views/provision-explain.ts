// By which formula is each figure of a write-down reckoned, and from what? For `ar provision --explain`.
import type { Currency } from '../../core/currency.ts';
import { word } from '../../core/word.ts';
import type { Provision, WriteDown } from '../../measures/provision/write-down.ts';
import type { ProvisionPolicy } from '../../policy/provision.ts';
import type { ReportControl, Section } from '../report.ts';
import { controlExplained, explainSection, told } from './explain.ts';
import { movementOf } from './provision.ts';

type Sums = { readonly currency: Currency; readonly rows: readonly WriteDown[] };

export function provisionExplained(
  { writeDowns, reconciliation }: Provision,
  { base, matrix }: ProvisionPolicy,
  control: readonly ReportControl[],
): Section {
  const lines: Sums[] = [...new Set(writeDowns.map(({ currency }) => currency))]
    .sort()
    .map((currency) => ({ currency, rows: writeDowns.filter((row) => row.currency === currency) }));
  const sum = (rows: readonly WriteDown[], of: (row: WriteDown) => number): number =>
    rows.reduce((total, row) => total + of(row), 0);
  const ledger = word('ledger', 'grand livre');
  return explainSection([
    {
      key: 'open',
      formula: word(
        'debits open − the customer’s own credits, never below 0; credits lie on the oldest due first',
        'débits ouverts − crédits propres du client, jamais sous 0 ; les crédits s’imputent à l’échéance la plus ancienne',
      ),
      source: word('ledger; rules §4.2', 'grand livre ; règles §4.2'),
      ...told(lines, ({ rows }, money) => money(sum(rows, ({ open }) => open))),
    },
    {
      key: 'base',
      formula:
        base === 'net'
          ? word('open − tax − covered', 'restant dû − TVA − couvert')
          : word('open − covered, tax included', 'restant dû − couvert, TVA comprise'),
      source: word(
        'tax: the entry, the row, --documents, the document’s other rows, vat_rate of --customers, vat_rate of the policy; cover: insured_… and guarantee of --customers',
        'TVA : l’écriture, la ligne, --documents, les autres lignes de la pièce, vat_rate de --customers, vat_rate de la règle ; couverture : insured_… et guarantee de --customers',
      ),
      ...told(
        [...reconciliation].sort((a, b) => (a.currency < b.currency ? -1 : 1)),
        ({ tax, covered, specific, matrix: ofMatrix }, money) =>
          `${money(specific + ofMatrix + tax + covered)} − ${money(tax)} − ${money(covered)} = ${money(specific + ofMatrix)}`,
      ),
    },
    {
      key: 'required',
      formula: word(
        'Σ base × rate, rounded half up once a customer and method',
        'Σ assiette × taux, arrondie une fois par client et méthode',
      ),
      source:
        matrix === undefined
          ? word('rates of --decisions', 'taux de --decisions')
          : word('rates of --decisions, else the matrix × factor', 'taux de --decisions, sinon matrice × facteur'),
      ...told(lines, ({ rows }, money) => money(sum(rows, ({ required }) => required))),
    },
    {
      key: 'existing',
      formula: word('the allowance of the last closing', 'dépréciation de la dernière clôture'),
      source: word('--prior, else account 491 of the ledger', '--prior, sinon compte 491 du grand livre'),
      ...told(lines, ({ rows }, money) => money(sum(rows, ({ existing }) => existing))),
    },
    {
      key: 'movement',
      formula: word(
        'required − existing: above 0 a charge, below a release',
        'requis − existant : dotation au-dessus de 0, reprise en dessous',
      ),
      source: word('the columns beside; rules §4.2', 'colonnes voisines ; règles §4.2'),
      ...told(
        lines,
        ({ rows }, money) =>
          `${money(sum(rows, ({ required }) => required))} − ${money(sum(rows, ({ existing }) => existing))} = ${money(sum(rows, movementOf))}`,
      ),
    },
    {
      key: 'add_back',
      formula: word(
        'required, where a condition of CGI art. 39-1-5° fails',
        'requis, si une condition de l’art. 39-1-5° du CGI manque',
      ),
      source: word('rules §4.3', 'règles §4.3'),
      ...told(lines, ({ rows }, money) => money(sum(rows, ({ addBack }) => addBack))),
    },
    { ...controlExplained(control), source: ledger },
  ]);
}
