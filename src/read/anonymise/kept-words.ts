// Which words of a text name nobody? Those the reader tells a kind, an opening or a total by, and those of the trade and of the chart of accounts: names have others.
import { fold } from '../../core/fold.ts';
import { kindWords } from '../kind-words.ts';

/** Words of labels, titles and totals, folded. Months and first names that are words too (avril, rose) are none of them. */
const WORDS = `
  a account accounts achat achats agee ageing aging all and anterieur anterieure anterieurs as at au aux auxiliaire avoir avoirs balance
  balances bank banque basis bounced brought caisse carried cb chq client clients cloture compte comptes credit cumul cumuls current customer
  customers d day days de debit depuis des detail divers diverses du due echoir echu echus edite en et exporte exported facture factures fee
  fees final folio for forward fournisseur fournisseurs frais from general generale generated generaux genere grand ht impaye impayee impayes
  imprime initial initiale initiaux invoice jour journal jours l la lcr le ledger les less lettrage livre moins mois month months n no non not
  nouveau nouveaux od of older on opening operation operations ouverture over page par past percu periode plus pour precedent precedente
  precedents printed prlv provision rbst rbt receivables refacturation refund rejet rejete releve remb remboursement reouverture report
  reporte reporter reportes reports retard retour retourne returned sales sans since solde soldes sous sub subtotal summary sur tax than the
  tiers tire to total totaux tous trop ttc tva unpaid vat vente ventes vir yet
`;

/** Words of names of accounts, beside those. */
const CHART = `
  acompte acomptes actif actifs administratifs affaires affranchissements agencements agios amenagements amort amortissement amortissements
  annonces appele approvisionnements assurance assurances attente autoliquidee autre autres avances bancaire bancaires banques benefice biens
  bonis bureau caisses capital carburant carburants caution cautionnement cautionnements cession cessions chaines change charges chiffre
  collectee collectif commissions concessions conges constatees constructions cotisations courants cours creances decaisser deductible
  deplacements depot depots dettes dividendes documentation dotations douteux droits dus eau ecarts effets electricite emission emprunt
  emprunts energie entretien equipement escompte escomptes etablir etat etude etudes exceptionnelles exceptionnels exercice exploitant
  exploitation fabrications financieres financiers finis formation fournitures garantie garanties gaz gestion honoraires immobilisations impot
  impots incorporelles informatique installations interets interne internes intracommunautaire intracommunautaires legale litigieux locations
  locatives logiciels loyer loyers malus marchandises materiel materiels matieres missions mobilier mobilieres mutuelle mutuelles nature net
  notes organismes ou outillage participation payer personnel pertes petit postaux premieres prestations primes prise produits profits
  provenant provisions publicitaires publicite rabais receptions recevoir remises remunerations reparations reserve reserves resultat retenue
  retenues retraite ristournes route salaires securite service services social sociaux souscrit sousctraitance stock stocks subventions
  suspens taxe taxes techniques telecommunications terrains titres traitance transport transports travaux urssaf valeurs variation verse
  virement virements voyages
`;

let words: ReadonlySet<string> | undefined;
let chart: ReadonlySet<string> | undefined;

/** True for a word, or words parted by marks (À-NOUVEAUX, d'avance), that names nobody. */
export function isKeptWord(text: string): boolean {
  return allOf(text, (words ??= wordsOf(WORDS)));
}

/** True for the name of an account that any firm could have. */
export function isChartName(text: string): boolean {
  return allOf(text, (chart ??= wordsOf(`${WORDS} ${CHART}`)));
}

function wordsOf(list: string): ReadonlySet<string> {
  return new Set([...list.trim().split(/\s+/), ...kindWords().flatMap((word) => word.split(' '))]);
}

function allOf(text: string, known: ReadonlySet<string>): boolean {
  const parts = fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '');
  return parts.length > 0 && parts.every((part) => known.has(part));
}
