// In which format is the report written? What the line or ar.toml names, else what the file's name says, else a table for a terminal and csv for the rest.
import type { Diagnostics } from '../core/diagnostic.ts';
import type { World } from '../io/world.ts';
import { EXTENSIONS, FORMATS, type Format, formatOfExtension } from '../report/render/registry.ts';
import type { Values } from './run.ts';

export function chooseFormat(
  values: Values,
  output: string | undefined,
  world: World,
  diagnostics: Diagnostics,
): Format | undefined {
  const byExtension = output === undefined ? undefined : formatOfOutput(output, values.dialect);
  if (output !== undefined && values.format === undefined && byExtension === undefined) {
    diagnostics.add({
      code: 'usage-bad-value',
      value: output,
      what: '--output names a file whose extension is no format',
      fix: `name the format with --format, or use one of ${EXTENSIONS.map((e) => `.${e}`).join(', ')}`,
    });
    return undefined;
  }
  // A dialect of ar.toml is how csv is spelt where csv is written; one on the line asks for csv.
  const asked = values.texts.get('dialect')?.length !== 0 && values.settings?.saidOf('dialect') === undefined;
  const usual = asked || output !== undefined || !world.stdout.isTerminal ? 'csv' : 'table';
  const name = values.format ?? byExtension ?? usual;
  const format = FORMATS.find((one) => one.name === name);
  if (format?.isBytes === true && output === undefined && world.stdout.isTerminal) {
    diagnostics.add({
      code: 'usage-bad-value',
      value: name,
      what: `--format ${name} is a file, and this is a terminal`,
      fix: `add --output FILE.${name}, or send it elsewhere with > FILE.${name}`,
    });
    return undefined;
  }
  if (!asked || format?.dialects === true) return format;
  diagnostics.add({
    code: 'usage-bad-value',
    value: values.dialect,
    what: `--dialect is how csv is spelt, and this report is written as ${name}`,
    fix: 'write --format csv, or leave out --dialect',
  });
  return undefined;
}

/** The name of a FEC ends in .txt by law, which is a table's elsewhere. */
function formatOfOutput(output: string, dialect: Values['dialect']): string | undefined {
  const format = formatOfExtension(output);
  return dialect === 'fec' && format === 'table' ? 'csv' : format;
}
