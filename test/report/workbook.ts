// What does a workbook hold? Its parts unpacked, and its sheets as another library reads them.
import { unzipSync } from 'fflate';
import readXlsx from 'read-excel-file/node';
import { xlsx } from '../../src/report/render/xlsx/workbook.ts';
import type { Report } from '../../src/report/report.ts';

export function bytesOf(report: Report, lang: 'en' | 'fr' = 'en'): Buffer {
  const pieces = xlsx(report, { lang, width: 80, colour: false, section: undefined, dialect: 'plain' });
  return Buffer.concat([...pieces].map((piece) => Buffer.from(piece)));
}

export function partsOf(bytes: Buffer): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, Buffer.from(part).toString()]));
}

type Value = string | number | boolean | Date | null;
export type Sheet = { readonly name: string; readonly rows: Value[][] };

export async function sheetsOf(bytes: Buffer): Promise<Sheet[]> {
  const sheets = await readXlsx(bytes);
  return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data as Value[][] }));
}
