// What must whoever sends a formal notice put into its envelope? A letter names its enclosures, and `ar` makes none of them (rules §6.2).
import type { Diagnostic } from '../core/diagnostic.ts';
import { counted, listed } from '../core/plural.ts';
import type { Debtor } from '../law/law.ts';
import { isPerson } from '../policy/dunning.ts';
import type { Input } from './command.ts';
import type { Dunning } from './dunning-of.ts';
import type { NamedLetter } from './letters-of.ts';

export function tellEnclosures({ book, diagnostics }: Input, { laws }: Dunning, letters: readonly NamedLetter[]): void {
  const formal = letters.filter(({ notice }) => notice.level === 'formal');
  const isProtected = ({ notice }: NamedLetter): boolean => {
    const governed = laws.of(notice.customer);
    return governed?.law.key === 'uk' && isPerson(governed.debtor as Debtor);
  };
  const { customers } = book.ledger;
  const tell = (of: readonly NamedLetter[], enclosed: string, more: Pick<Diagnostic, 'why' | 'fix'>): void => {
    if (of.length === 0) return;
    const ids = listed(of, ({ notice }) => customers.id(notice.customer), 10);
    const what = `${counted(of.length, 'formal notice names', 'formal notices name')} enclosures that are not written here, ${enclosed}: ${ids}`;
    diagnostics.add({ code: 'enclosures-needed', what, ...more });
  };
  tell(
    formal.filter((one) => !isProtected(one)),
    'copies of the documents listed',
    { why: 'the letter says that they are enclosed', fix: 'put them into the envelope before it goes out' },
  );
  tell(
    formal.filter(isProtected),
    'a statement of account, the Information Sheet, the Reply Form and the Financial Statement form',
    {
      why: 'the Pre-Action Protocol for Debt Claims asks for them in a letter to an individual or a sole trader, posted on its day or the next',
      fix: 'take the forms from annexes 1 and 2 of the protocol, and put all of it into the envelope before it goes out',
    },
  );
}
