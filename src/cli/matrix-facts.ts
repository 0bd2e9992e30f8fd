// What is known of a matrix of rates and the claims it was laid on? Gathered for the sheet that justifies it.
import { rounded } from '../core/fraction.ts';
import { word } from '../core/word.ts';
import type { MatrixFacts } from '../letters/matrix-sheet.ts';
import type { WriteDown } from '../measures/provision/write-down.ts';
import type { Matrix, ProvisionPolicy } from '../policy/provision.ts';
import { provisionSection } from '../report/views/provision.ts';
import { matrixSection } from '../report/views/provision-sections.ts';
import { ratesTable } from '../report/views/write-down-tables.ts';
import type { Input } from './command.ts';
import { firmOf, policyTold } from './sheet-parties.ts';

export function matrixFacts(input: Input, rows: readonly WriteDown[], policy: ProvisionPolicy): MatrixFacts {
  const matrix = policy.matrix as Matrix;
  const { factor, factorReason, segmentBy } = matrix;
  const own = rows.filter(({ method, items }) => method === 'matrix' && items.length > 0);
  const debtors = provisionSection(own, word('', ''), { ledger: input.book.ledger, policy, byItem: false }, []);
  const elsewhere = ['method', 'reason', 'condition'];
  return {
    ...{ asOf: input.asOf, policy: policyTold(policy), file: policy.file, firm: firmOf(input), taxLaw: policy.taxLaw, segmentBy },
    rates: ratesTable(matrix),
    factor: factor.numerator === factor.denominator ? '' : String(rounded(factor, 6)),
    factorReason,
    laidOn: matrixSection(rows, matrix),
    debtors: {
      ...debtors,
      columns: debtors.columns.map((column) => (elsewhere.includes(column.key) ? { ...column, forMachines: true } : column)),
    },
  };
}
