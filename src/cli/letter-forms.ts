// How is each letter of a run written? As text, as a page of HTML, as a PDF: what a form needs is made ready before the first letter, and what paper cannot show is told.
import type { Day } from '../core/day.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import type { LetterProse } from '../letters/letter-prose.ts';
import { LARGEST_LOGO, type Logo, logoOf } from '../letters/logo.ts';
import type { Told } from '../letters/pdf/letter-pdf.ts';
import type { Window } from '../letters/sheet.ts';
import { proseTxt } from '../letters/txt.ts';
import type { Input } from './command.ts';
import type { Form } from './dun-options.ts';
import { companyOf } from './letter-facts.ts';
import { letterTexts } from './letter-texts.ts';
import type { BytesOf, LettersAsked, NamedLetter } from './letters-of.ts';
import { besideFile } from './settings.ts';

type Writer = (prose: LetterProse, letter: NamedLetter) => Uint8Array;

/** Undefined where letters cannot be written so: the diagnostics say why. */
export async function letterForms(
  asked: LettersAsked,
  letters: readonly NamedLetter[],
  templates: string | undefined,
): Promise<BytesOf | undefined> {
  const proseOf = await letterTexts(asked, letters, templates);
  const writers = await writersOf(asked);
  if (proseOf === undefined || writers === undefined) return undefined;
  return (letter) => {
    let prose: LetterProse | undefined;
    return (form) => {
      prose ??= proseOf(letter);
      return (writers.get(form) as Writer)(prose, letter);
    };
  };
}

async function writersOf({ input, forms }: LettersAsked): Promise<ReadonlyMap<Form, Writer> | undefined> {
  const isText = forms.every((form) => form === 'txt');
  const logo = isText ? undefined : await logoIn(input);
  if (logo === 'refused') return undefined;
  const encoder = new TextEncoder();
  const paper = { window: windowOf(input), logo };
  const writers = new Map<Form, Writer>();
  for (const form of forms) {
    if (form === 'txt') writers.set(form, (prose) => encoder.encode(proseTxt(prose)));
    if (form === 'html') {
      const { letterHtml } = await import('../letters/letter-html.ts');
      writers.set(form, (prose) => encoder.encode(letterHtml(prose, paper)));
    }
    if (form === 'pdf') writers.set(form, await pdfWriter(input, paper));
  }
  return writers;
}

type Paper = { readonly window: Window; readonly logo: Logo | undefined };

/** The package and its faces are a part of the program that only letters as PDF read. */
async function pdfWriter({ diagnostics, book: { ledger } }: Input, paper: Paper): Promise<Writer> {
  const { letterPdf, loadFaces } = await import('../letters/pdf/letter-pdf.ts');
  const stationery = { ...paper, faces: loadFaces(), momentOf: (day: Day) => new Date(day * 86_400_000) };
  return (prose, { notice, files }) => {
    const { bytes, told } = letterPdf(prose, stationery);
    const file = files.find((one) => one.endsWith('.pdf'));
    for (const one of notShown(told, ledger.customers.id(notice.customer))) diagnostics.add({ ...one, file });
    return bytes;
  };
}

function notShown({ missing, addressTooLong }: Told, id: string): Diagnostic[] {
  const signs = [...missing];
  return [
    ...(signs.length === 0
      ? []
      : [
          {
            code: 'glyph-missing' as const,
            value: signs.join(''),
            what: `the letter to ${id} shows ${signs.length === 1 ? 'a character' : `${signs.length} characters`} as □: DejaVu Sans has no sign for ${signs.length === 1 ? 'it' : 'them'}`,
            why: 'a letter to somebody whose name cannot be read may not arrive',
            fix: 'write the name in letters of Europe in the table of customers, or send the letter as html or txt (--to)',
          },
        ]),
    ...(addressTooLong
      ? [
          {
            code: 'address-too-long' as const,
            what: `the address of ${id} is higher than the window of an envelope, also in the smallest print`,
            why: 'what no window shows no postman reads',
            fix: 'shorten its lines in the table of customers',
          },
        ]
      : []),
  ];
}

/** Where the envelope's window is: as [company] says, else as envelopes of its country have it. */
function windowOf(input: Input): Window {
  const company = companyOf(input);
  const said = company('window');
  if (said === 'left' || said === 'right') return said;
  return ['GB', 'IE'].includes(company('country')) ? 'left' : 'right';
}

/** Read whole before the first letter: one that cannot be shown is told then. */
async function logoIn(input: Input): Promise<Logo | undefined | 'refused'> {
  const { settings, diagnostics, open } = input;
  const named = companyOf(input)('logo');
  if (named === '' || settings === undefined) return undefined;
  const path = besideFile(settings.file, named);
  const refuse = (what: string, fix: string): 'refused' => {
    diagnostics.add({
      code: 'logo-unreadable',
      file: settings.file,
      value: named,
      what: `[company] logo: ${what}`,
      why: 'each letter would go out without it',
      fix,
    });
    return 'refused';
  };
  const source = open(path);
  if (!('chunks' in source)) return refuse(source.what, 'check the path; a relative one starts from the folder of the ar.toml');
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of source.chunks()) {
    pieces.push(piece.slice());
    size += piece.length;
    if (size > 2 * LARGEST_LOGO) break;
  }
  const logo = logoOf(new Uint8Array(Buffer.concat(pieces)));
  return typeof logo === 'string'
    ? refuse(`the picture ${logo}`, 'name a PNG or JPEG of less than a megabyte, or leave the key out')
    : logo;
}
