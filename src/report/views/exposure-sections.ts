// What stands behind an exposure? Those who need attention and why, the groups, the cover that counts.

import { compareCodePoints, fold } from '../../core/fold.ts';
import { minor } from '../../core/money.ts';
import { type Word, word } from '../../core/word.ts';
import type { Exposure } from '../../measures/exposure.ts';
import type { GroupExposure } from '../../measures/exposure-groups.ts';
import { words } from '../../text/words.ts';
import { type Cell, type Column, NONE, type Section, text } from '../report.ts';
import { customerColumns } from './age.ts';
import { usageOf } from './exposure.ts';
import { ACTION_WORDS, actionOf, reasonCell, STATUS_WORDS } from './exposure-reasons.ts';

const CURRENCY: Column = { key: 'currency', head: words.currency, kind: 'text', spare: 1 };
const STATUS: Column = { key: 'status', head: word('Status', 'Statut'), kind: 'code' };
const money = (key: string, head: Word, spare = 0): Column => ({ key, head, kind: 'money', spare });

/** Everybody with a reason, as sentences. */
export function attentionSection(rows: readonly Exposure[]): Section {
  const some = rows.filter(
    ({ reasons, exposure, position }) => reasons.length > 0 && (exposure !== 0 || position.deposits !== 0),
  );
  return {
    name: 'attention',
    title: word('Who needs attention, and why', 'Qui demande attention, et pourquoi'),
    columns: [
      ...customerColumns(some.map(({ position }) => position.name)),
      CURRENCY,
      STATUS,
      { key: 'reason', head: word('Reason', 'Motif'), kind: 'code', flow: 'wrap' },
      { key: 'action', head: word('What to do', 'À faire'), kind: 'code', flow: 'wrap' },
    ],
    rows: {
      count: some.length,
      at: (i) => {
        const one = some[i] as Exposure;
        const action = actionOf(one);
        return [
          ...[text(one.position.id), text(one.position.name), text(one.position.currency)],
          { kind: 'code', key: one.status, word: STATUS_WORDS[one.status] },
          reasonCell(one),
          { kind: 'code', key: action, word: ACTION_WORDS[action] },
        ];
      },
    },
    totals: [],
    follows: ['customer', 'currency'],
    notes: some.length > 0 ? [] : [word('Nobody.', 'Personne.')],
  };
}

export function groupsSection(groups: readonly GroupExposure[]): Section {
  const ordered = [...groups].sort(
    (a, b) =>
      compareCodePoints(fold(a.id), fold(b.id)) || compareCodePoints(a.id, b.id) || compareCodePoints(a.currency, b.currency),
  );
  return {
    name: 'groups',
    title: word('Groups', 'Groupes'),
    columns: [
      { key: 'group', head: word('Group', 'Groupe'), kind: 'text', flow: 'cut' },
      CURRENCY,
      { key: 'members', head: word('Members', 'Membres'), kind: 'number' },
      money('exposure', word('Exposure', 'Encours')),
      money('gross_risk', word('Gross risk', 'Risque brut'), 3),
      money('covered', word('Covered', 'Couvert'), 2),
      money('net_risk', word('Net risk', 'Risque net'), 2),
      money('limit', word('Limit', 'Plafond')),
      money('available', word('Available', 'Disponible')),
      { key: 'usage', head: word('Usage', 'Utilisé'), kind: 'percent' },
      STATUS,
    ],
    rows: {
      count: ordered.length,
      at: (i) => {
        const { id, currency, members, exposure, grossRisk, covered, netRisk, limit, status } = ordered[i] as GroupExposure;
        const amount = (units: number): Cell => ({ kind: 'money', amount: minor(units), currency });
        return [
          ...[text(id), text(currency)],
          { kind: 'number', value: members, decimals: 0 },
          ...[exposure, grossRisk, covered, netRisk].map(amount),
          ...(limit === undefined ? [NONE, NONE] : [amount(limit), amount(limit - exposure)]),
          usageOf(exposure, limit),
          { kind: 'code', key: status, word: STATUS_WORDS[status] },
        ];
      },
    },
    totals: [],
    notes: [
      word(
        'A group counts all of its members, whoever is shown above.',
        'Un groupe compte tous ses membres, quels que soient les clients affichés.',
      ),
    ],
  };
}

const SOURCES = { insurer: word('insurer', 'assureur'), guarantee: word('guarantee', 'caution') } as const;

const BASES = { gross: word('with tax', 'TTC'), net: word('without tax', 'HT') } as const;

/** A line a cover: what it is of, up to what, until when, and what it comes to. */
export function coverSection(rows: readonly Exposure[]): Section {
  const lines = rows.flatMap((one) => coverLines(one));
  return {
    name: 'cover',
    title: word('Cover', 'Couverture'),
    columns: [
      ...customerColumns(rows.map(({ position }) => position.name)),
      CURRENCY,
      { key: 'source', head: word('By', 'Par'), kind: 'code' },
      money('risk', word('Risk it covers', 'Risque couvert')),
      { key: 'basis', head: word('Basis', 'Base'), kind: 'code', spare: 2 },
      money('counted', word('As it counts', 'Retenu'), 2),
      money('limit', word('Up to', 'Jusqu’à')),
      { key: 'share', head: word('Share', 'Quotité'), kind: 'percent' },
      { key: 'until', head: word('Until', 'Fin'), kind: 'day' },
      { key: 'valid', head: word('Valid', 'Valide'), kind: 'flag' },
      money('covered', word('Covered', 'Couvert')),
    ],
    rows: { count: lines.length, at: (i) => lines[i] as readonly Cell[] },
    totals: [],
    follows: ['customer', 'currency'],
    notes: [],
  };
}

function coverLines({ position, terms, cover }: Exposure): Cell[][] {
  if (terms === undefined || terms.currency !== position.currency) return [];
  const { currency } = position;
  const amount = (units: number): Cell => ({ kind: 'money', amount: minor(units), currency });
  const who = [text(position.id), text(position.name), text(currency)];
  const day = (until: number | undefined): Cell => (until === undefined ? NONE : ({ kind: 'day', day: until } as Cell));
  const { insurance, guarantee } = terms;
  const lines: Cell[][] = [];
  if (insurance !== undefined) {
    const basis = insurance.isNet ? 'net' : 'gross';
    lines.push([
      ...who,
      { kind: 'code', key: 'insurer', word: SOURCES.insurer },
      amount(cover.insurable),
      { kind: 'code', key: basis, word: BASES[basis] },
      amount(cover.counted),
      amount(insurance.limit),
      { kind: 'percent', share: insurance.share.numerator / insurance.share.denominator },
      day(insurance.until),
      { kind: 'flag', on: !cover.missing.includes('insurance_expired') },
      amount(cover.insured),
    ]);
  }
  if (guarantee !== undefined) {
    lines.push([
      ...who,
      { kind: 'code', key: 'guarantee', word: SOURCES.guarantee },
      amount(cover.left),
      NONE,
      amount(cover.left),
      amount(guarantee.amount),
      NONE,
      day(guarantee.until),
      { kind: 'flag', on: !cover.missing.includes('guarantee_expired') },
      amount(cover.guaranteed),
    ]);
  }
  return lines;
}
