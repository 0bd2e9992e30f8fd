// Why is a customer's status what it is, and what is to be done? A key for machines, a sentence for people.
import type { Currency } from '../../core/currency.ts';
import { isoDay } from '../../core/day.ts';
import { disarmed } from '../../core/formula.ts';
import { type Lang, type Word, word } from '../../core/word.ts';
import type { LimitedPart } from '../../measures/credit-terms.ts';
import type { Exposure, Reason, Status } from '../../measures/exposure.ts';
import { amountFor } from '../../text/amounts.ts';
import { dayFor } from '../../text/days.ts';
import { visible } from '../../text/visible.ts';
import { words } from '../../text/words.ts';
import { type Cell, NONE } from '../report.ts';

export const STATUS_WORDS: { readonly [status in Status]: Word } = {
  ok: word('ok', 'ok'),
  watch: word('watch', 'à surveiller'),
  over: word('over', 'dépassement'),
  blocked: word('blocked', 'bloqué'),
  no_limit: word('no limit', 'sans plafond'),
};

export const PART_WORDS: { readonly [part in LimitedPart]: Word } = {
  balance: word('Balance', 'Solde'),
  bills: word('Bills', 'Effets'),
  discounted_bills: word('Discounted', 'Escomptés'),
  unbilled: word('Unbilled', 'À facturer'),
  orders: word('Orders', 'Commandes'),
  overdue: words.overdue,
  not_due: words.notDue,
};

export const ACTION_WORDS = {
  declare_claim: word(
    'no delivery on credit; declare the claim in time',
    'ne rien livrer à crédit ; déclarer la créance dans les délais',
  ),
  cash_only: word('deliver against payment only', 'ne livrer que contre paiement'),
  hold_orders: word(
    'hold orders until a payment, a guarantee or a higher limit',
    'suspendre les commandes jusqu’à un règlement, une garantie ou un plafond relevé',
  ),
  set_limit: word('set a limit (ar limit proposes one)', 'fixer un plafond (ar limit en propose un)'),
  collect_first: word('collect what is late before delivering', 'encaisser le retard avant de livrer'),
  check_orders: word('check each new order against the limit', 'contrôler chaque nouvelle commande'),
  renew_cover: word('renew the cover', 'renouveler la couverture'),
  none: word('nothing', 'rien'),
} satisfies { readonly [action: string]: Word };

type Action = keyof typeof ACTION_WORDS;

/** For machines the keys of the reasons, the weightiest first, as flags are written; for people all of them in one sentence. */
export function reasonCell(one: Exposure): Cell {
  const { reasons } = one;
  return reasons.length === 0 ? NONE : { kind: 'code', key: reasons.map(({ key }) => key).join(' '), word: reasonsTold(one) };
}

export function actionOf({ reasons }: Pick<Exposure, 'reasons'>): Action {
  const [first] = reasons;
  switch (first?.key) {
    case undefined:
      return 'none';
    case 'proceeding':
    case 'judgment':
      return 'declare_claim';
    case 'blocked':
      return 'cash_only';
    case 'limit_missing':
    case 'limit_in_currency':
      return 'set_limit';
    case 'late':
      return 'collect_first';
    case 'watch_limit':
    case 'watch_group':
      return 'check_orders';
    case 'insurance_expired':
    case 'guarantee_expired':
    case 'insurance_vat_missing':
      return 'renew_cover';
    default:
      return 'hold_orders';
  }
}

/** Said when it is asked for: machine formats read the key, of many thousands of rows. */
function reasonsTold({ reasons, position }: Exposure): Word {
  const told = (lang: Lang, mark: string): string =>
    reasons.map((reason) => reasonTold(reason, position.currency)[lang]).join(mark);
  return {
    get en() {
      return told('en', '; ');
    },
    get fr() {
      return told('fr', '\u202f; ');
    },
  };
}

function reasonTold(reason: Reason, currency: Currency): Word {
  const held = (amount: number, limit: number, what: Word): Word => {
    const said = (lang: Lang, units: number): string => amountFor(lang, units, currency);
    const beyond = amount - limit;
    return beyond > 0
      ? word(
          `${what.en} ${said('en', amount)} of ${said('en', limit)}: ${said('en', beyond)} over`,
          `${what.fr} ${said('fr', amount)} pour ${said('fr', limit)} : dépassement de ${said('fr', beyond)}`,
        )
      : word(
          `${what.en} ${said('en', amount)} of ${said('en', limit)}: ${said('en', 0 - beyond)} left`,
          `${what.fr} ${said('fr', amount)} pour ${said('fr', limit)} : reste ${said('fr', 0 - beyond)}`,
        );
  };
  switch (reason.key) {
    case 'proceeding':
      return word(`proceeding: “${plain(reason.text)}”`, `procédure : « ${plain(reason.text)} »`);
    case 'judgment':
      return word(`opening judgment of ${isoDay(reason.day)}`, `jugement d’ouverture du ${dayFor('fr', reason.day)}`);
    case 'blocked':
      return word(`the customers’ table says “${plain(reason.text)}”`, `le fichier des clients dit « ${plain(reason.text)} »`);
    case 'over_limit':
    case 'watch_limit':
      return held(reason.amount, reason.limit, word('exposure', 'encours'));
    case 'over_group':
    case 'watch_group': {
      const id = plain(reason.group.id);
      return held(reason.group.exposure, reason.group.limit as number, word(`group ${id}`, `groupe ${id}`));
    }
    case 'late':
      return word(
        `${reason.days} days late, more than ${reason.after}`,
        `${reason.days} jours de retard, plus de ${reason.after}`,
      );
    case 'limit_missing':
      return word('no limit is set', 'aucun plafond n’est fixé');
    case 'limit_in_currency':
      return word(`its limit is in ${reason.currency}`, `son plafond est en ${reason.currency}`);
    case 'insurance_expired':
      return word('the insurer’s cover has ended', 'la couverture de l’assureur a pris fin');
    case 'guarantee_expired':
      return word('the guarantee has ended', 'la caution a pris fin');
    case 'insurance_vat_missing':
      return word(
        'insured without tax, and no vat_rate says how much that is',
        'assuré hors taxes, et aucun vat_rate ne dit combien',
      );
    default: {
      const { en, fr } = PART_WORDS[reason.part];
      return held(reason.amount, reason.limit, word(en.toLowerCase(), fr.toLowerCase()));
    }
  }
}

/** A text of the user's table: nothing in it runs or repaints a terminal. */
function plain(text: string): string {
  return visible(disarmed(text));
}
