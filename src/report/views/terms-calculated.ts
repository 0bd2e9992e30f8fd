// How is a due day shown that was reckoned from terms in words? One row a share, beside both readings of the end of the month and the legal maximum.
import { type Day, isoDay } from '../../core/day.ts';
import { word } from '../../core/word.ts';
import { isUnverified } from '../../law/dated.ts';
import type { LawKey } from '../../law/law.ts';
import type { Limit, TermsRule } from '../../law/terms-rule.ts';
import { limitSteps } from '../../policy/legal-limit.ts';
import { dueDay, type Share } from '../../policy/terms.ts';
import { writtenTerms } from '../../policy/written-terms.ts';
import { dayFor } from '../../text/days.ts';
import { words } from '../../text/words.ts';
import { type Report, type Section, text } from '../report.ts';
import { limitWord } from './limit-word.ts';
import { unverifiedNote } from './terms.ts';

type Calculated = { readonly share: Share; readonly due: Day; readonly limit: Day };

export function calculatedTerms(law: LawKey, date: Day, shares: readonly Calculated[], rule: TermsRule): Report {
  return {
    name: 'terms',
    title: word(`Terms from ${isoDay(date)}`, `Échéance d’une facture du ${dayFor('fr', date)}`),
    asOf: undefined,
    parameters: { law, date: isoDay(date), rule: rule.key },
    sections: [dueSection(date, shares, rule), limitsSection(date, rule)],
    control: [],
    diagnostics: [],
  };
}

function dueSection(date: Day, shares: readonly Calculated[], rule: TermsRule): Section {
  return {
    name: 'terms',
    title: word('Due', 'Échéance'),
    columns: [
      { key: 'date', head: words.date, kind: 'day' },
      { key: 'terms', head: word('Terms', 'Conditions'), kind: 'code' },
      { key: 'due', head: words.due, kind: 'day' },
      { key: 'legal_max_due', head: word('Legal maximum', 'Maximum légal'), kind: 'day' },
      { key: 'excess_days', head: word('Beyond', 'Dépassement'), kind: 'days' },
      { key: 'rule', head: word('Rule', 'Règle'), kind: 'code' },
      { key: 'verified', head: word('Rule verified', 'Règle vérifiée'), kind: 'flag', forMachines: true },
    ],
    rows: {
      count: shares.length,
      at: (i) => {
        const { share, due, limit } = shares[i] as Calculated;
        return [
          { kind: 'day', day: date },
          { kind: 'code', key: writtenTerms([share]), word: termsWord(share) },
          { kind: 'day', day: due },
          { kind: 'day', day: limit },
          { kind: 'days', days: Math.max(0, due - limit) },
          { kind: 'code', key: rule.key, word: rule.name },
          { kind: 'flag', on: !isUnverified(rule.mark) },
        ];
      },
    },
    totals: [],
    notes: isUnverified(rule.mark) ? [unverifiedNote(rule)] : [],
  };
}

const termsWord = (share: Share) => word(writtenTerms([share]), writtenTerms([share], 'fr'));

/** Each reading of the law's limit by itself. */
function limitsSection(date: Day, { limits, source }: TermsRule): Section {
  return {
    name: 'limits',
    title: word('What the law allows', 'Ce que la loi permet'),
    columns: [
      { key: 'limit', head: word('Limit', 'Limite'), kind: 'code' },
      { key: 'day', head: word('Day', 'Jour'), kind: 'day' },
      { key: 'source', head: word('Source', 'Source'), kind: 'text' },
    ],
    rows: {
      count: limits.length,
      at: (i) => {
        const limit = limits[i] as Limit;
        const told = limitWord(limit);
        return [{ kind: 'code', key: told.en, word: told }, { kind: 'day', day: dueDay(date, limitSteps(limit)) }, text(source)];
      },
    },
    totals: [],
    notes: [],
  };
}
