// What is a workbook made of? A sheet a section, the control and the rules on the second one, and the parts that say what belongs together. No
// part holds a time, and nothing of a ledger is a formula: a cell of one does not exist here.
import { counted } from '../../../core/plural.ts';
import { word } from '../../../core/word.ts';
import { countFor } from '../../../text/amounts.ts';
import type { Report, Section } from '../../report.ts';
import type { Render } from '../renderer.ts';
import { RULE_SHEET, ruleSheetXml } from './rule-sheet.ts';
import { type Shared, sheetXml, tableOf } from './sheet.ts';
import { sheetNames } from './sheet-names.ts';
import { Styles } from './styles.ts';
import { Texts } from './texts.ts';
import { MAIN, OFFICE, PROPERTIES, RELATIONSHIPS, TYPES, XML, xmlText } from './xml.ts';
import { type Entry, zipped } from './zip.ts';

/** The place of the sheet of rules among the sheets. */
const RULES_AT = 1;

type Sheet = { readonly name: string; readonly section: Section | undefined };

export const xlsx: Render = function* (report, { lang }) {
  const sections = report.sections;
  const titles = sections.map(({ title }) => title[lang]);
  titles.splice(RULES_AT, 0, RULE_SHEET[lang]);
  const names = sheetNames(titles);
  const sheets = names.map(
    (name, i): Sheet => ({ name, section: i === RULES_AT ? undefined : sections[i < RULES_AT ? i : i - 1] }),
  );
  yield* zipped(entries(report, sheets, lang));
};

function* entries(report: Report, sheets: readonly Sheet[], lang: Shared['lang']): Iterable<Entry> {
  const whole = (name: string, text: string): Entry => ({ name, pieces: [text] });
  yield whole('[Content_Types].xml', contentTypes(sheets));
  yield whole(
    '_rels/.rels',
    relationships([
      [`${OFFICE}/officeDocument`, 'xl/workbook.xml'],
      [`${RELATIONSHIPS}/metadata/core-properties`, 'docProps/core.xml'],
    ]),
  );
  yield whole('docProps/core.xml', properties(report.title[lang], lang));
  yield whole('xl/workbook.xml', workbookXml(sheets));
  yield whole(
    'xl/_rels/workbook.xml.rels',
    relationships([
      ...sheets.map((_, i) => [`${OFFICE}/worksheet`, `worksheets/sheet${i + 1}.xml`] as const),
      [`${OFFICE}/styles`, 'styles.xml'],
      [`${OFFICE}/sharedStrings`, 'sharedStrings.xml'],
    ]),
  );
  let tooLong = 0;
  const shared: Shared = { lang, styles: new Styles(), texts: new Texts(), tooLong: () => void tooLong++ };
  for (const [i, { section }] of sheets.entries()) {
    if (section !== undefined) yield { name: `xl/worksheets/sheet${i + 1}.xml`, pieces: sheetXml(section, shared, i === 0) };
  }
  const told = toldOf(tooLong, shared.texts.cut).map((one) => one[lang]);
  yield { name: `xl/worksheets/sheet${RULES_AT + 1}.xml`, pieces: ruleSheetXml(report, shared, told) };
  // Only now is it known which there are.
  yield whole('xl/styles.xml', shared.styles.xml());
  yield { name: 'xl/sharedStrings.xml', pieces: shared.texts.xml() };
}

/** What a spreadsheet cannot hold as it is. */
function toldOf(tooLong: number, cut: number): ReturnType<typeof word>[] {
  const amounts = word(
    `${counted(tooLong, 'amount has', 'amounts have')} more than 15 digits, which a spreadsheet would round: they stand as text, and no sum takes them in.`,
    `${countFor('fr', tooLong)} montant(s) de plus de 15 chiffres, qu’un tableur arrondirait : ils figurent en texte, et aucune somme ne les compte.`,
  );
  const texts = word(
    `${counted(cut, 'text has', 'texts have')} more than 32,767 characters, which no cell holds: the rest is left out. Other formats hold them whole.`,
    `${countFor('fr', cut)} texte(s) de plus de 32 767 caractères, qu’aucune cellule ne contient : la suite est omise. Les autres formats les donnent entiers.`,
  );
  return [...(tooLong > 0 ? [amounts] : []), ...(cut > 0 ? [texts] : [])];
}

function contentTypes(sheets: readonly Sheet[]): string {
  const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const part = (name: string, type: string): string => `<Override PartName="/${name}" ContentType="${type}+xml"/>`;
  return (
    `${XML}<Types xmlns="${TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>${part('xl/workbook.xml', `${sheet}.sheet.main`)}` +
    sheets.map((_, i) => part(`xl/worksheets/sheet${i + 1}.xml`, `${sheet}.worksheet`)).join('') +
    part('xl/styles.xml', `${sheet}.styles`) +
    part('xl/sharedStrings.xml', `${sheet}.sharedStrings`) +
    `${part('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties')}</Types>`
  );
}

function relationships(targets: readonly (readonly [string, string])[]): string {
  const all = targets.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${type}" Target="${target}"/>`);
  return `${XML}<Relationships xmlns="${RELATIONSHIPS}">${all.join('')}</Relationships>`;
}

/** A title, and no author, no program and no day. */
function properties(title: string, lang: string): string {
  const dublinCore = 'http://purl.org/dc/elements/1.1/';
  return `${XML}<cp:coreProperties xmlns:cp="${PROPERTIES}" xmlns:dc="${dublinCore}"><dc:title>${xmlText(title)}</dc:title><dc:language>${lang}</dc:language></cp:coreProperties>`;
}

function workbookXml(sheets: readonly Sheet[]): string {
  const listed = sheets.map(({ name }, i) => `<sheet name="${xmlText(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`);
  const defined = sheets.flatMap(({ name, section }, i) => {
    if (section === undefined) return [];
    const on = (range: string): string => xmlText(`'${name.replaceAll("'", "''")}'!${range}`);
    const table = tableOf(section).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
    return [
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${i}" hidden="1">${on(table)}</definedName>`,
      `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${on('$1:$1')}</definedName>`,
    ];
  });
  return (
    `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView activeTab="0"/></bookViews>` +
    `<sheets>${listed.join('')}</sheets><definedNames>${defined.join('')}</definedNames></workbook>`
  );
}
