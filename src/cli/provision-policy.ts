// Which policy of write-downs holds? What --policy names, else [provision] of ar.toml, over one of ours; checked whole before anything is reckoned.
import { assert } from '../core/assert.ts';
import { type Diagnostic, Diagnostics } from '../core/diagnostic.ts';
import { type Fraction, whole } from '../core/fraction.ts';
import type { World } from '../io/world.ts';
import { type Bounds, buckets, DEFAULT_BOUNDS, parseBounds } from '../policy/buckets.ts';
import { parseRates } from '../policy/parse-provision.ts';
import type { Matrix, ProvisionPolicy, ProvisionStatus } from '../policy/provision.ts';
import { SHIPPED_POLICIES } from '../policy/provision-shipped.ts';
import { readConfig } from '../read/config/read-config.ts';
import type { Setting } from '../read/config/section.ts';
import { configText } from '../read/config/text.ts';
import { foldedStatus, PROVISION, shareOf } from './provision-rows.ts';
import type { Settings } from './settings.ts';

/** What one place says; `file` is undefined for ours. */
type Layer = {
  readonly file: string | undefined;
  readonly settings: readonly Setting[];
  /** What it says and cannot be taken: nothing is said to be missing for that. */
  readonly refused: ReadonlySet<string>;
};
const NOTHING: Layer = { file: undefined, settings: [], refused: new Set() };

/** `said`: --policy, a name of ours or a file. Undefined when it cannot be used: the diagnostics say why. */
export async function readProvisionPolicy(
  said: string | undefined,
  settings: Settings | undefined,
  fromHistory: boolean,
  world: World,
  diagnostics: Diagnostics,
): Promise<ProvisionPolicy | undefined> {
  const isShipped = said !== undefined && SHIPPED_POLICIES.has(said);
  const own: Layer = { file: settings?.file, settings: settings?.provision ?? [], refused: settings?.refused ?? new Set() };
  const above = said === undefined ? own : isShipped ? NOTHING : await layerOf(said, world, diagnostics);
  if (above === undefined) return undefined;
  const first = [...SHIPPED_POLICIES.keys()][0] as string;
  const name = isShipped ? said : (above.settings.find(({ key }) => key === 'policy')?.text ?? first);
  const layers = [shipped(name), above];
  const mistakes: Diagnostic[] = [];
  const policy = policyOf(name, layers, fromHistory, mistakes);
  for (const mistake of mistakes) diagnostics.add(mistake);
  return mistakes.length === 0 && above.refused.size === 0 ? policy : undefined;
}

function shipped(name: string): Layer {
  const found = new Diagnostics();
  const settings = readConfig(SHIPPED_POLICIES.get(name) as string, name, { provision: PROVISION }, () => undefined, found);
  assert(found.kept.length === 0, `the policy ${name} that ships cannot be read`);
  return { ...NOTHING, settings };
}

async function layerOf(path: string, world: World, diagnostics: Diagnostics): Promise<Layer | undefined> {
  const source = world.open(path);
  if (!('chunks' in source)) {
    const names = [...SHIPPED_POLICIES.keys()].join(' and ');
    diagnostics.add({ ...source, fix: `${source.fix}; the policies that ship are ${names}` });
    return undefined;
  }
  const text = await configText(source, diagnostics);
  if (text === undefined) return undefined;
  const found = new Diagnostics();
  const refused = new Set<string>();
  const settings = readConfig(text, source.name, { provision: PROVISION }, () => undefined, found, refused);
  diagnostics.addAll(found);
  const isNoToml = found.failed && refused.size === 0;
  return isNoToml ? undefined : { file: source.name, settings, refused };
}

function saysText({ settings }: Layer, key: string): boolean {
  return settings.some((setting) => setting.key === key);
}

type Said = { readonly setting: Setting; readonly file: string | undefined };

function policyOf(
  named: string,
  layers: readonly Layer[],
  fromHistory: boolean,
  mistakes: Diagnostic[],
): ProvisionPolicy | undefined {
  const of = (key: string): Said | undefined => {
    const layer = layers.findLast((one) => saysText(one, key));
    const setting = layer?.settings.find((one) => one.key === key);
    return setting && { setting, file: layer?.file };
  };
  const textOf = (key: string): string | undefined => of(key)?.setting.text;
  const share = (key: string): Fraction | undefined => {
    const text = textOf(key);
    return text === undefined ? undefined : shareOf(text);
  };
  /** A table of one layer: the highest that says any of it. */
  const tableOf = (key: string): { file: string | undefined; rows: readonly Setting[] } => {
    const layer = layers.findLast((one) => saysText(one, key));
    return { file: layer?.file, rows: layer?.settings.filter((one) => one.key === key) ?? [] };
  };
  const file = layers.findLast((layer) => layer.file !== undefined && layer.settings.length > 0)?.file;
  const after = textOf('doubtful_after');
  const isRefused = (name: string): boolean => layers.some(({ refused }) => refused.has(`provision.${name}`));
  const matrix = matrixOf({ of, textOf, share, tableOf, isRefused }, fromHistory, mistakes);
  return {
    began: named,
    name: textOf('name') ?? file,
    file,
    base: textOf('base') === 'gross' ? 'gross' : 'net',
    vatRate: share('vat_rate'),
    doubtfulAfter: after === undefined || after === 'never' ? undefined : Number(after),
    statuses: new Map(
      layers.flatMap(({ settings }) =>
        settings.flatMap(({ key, part, text }) =>
          key === 'statuses' && part !== undefined ? [[foldedStatus(part), text as ProvisionStatus] as const] : [],
        ),
      ),
    ),
    matrix,
    taxLaw: textOf('tax_law') === 'fr' ? 'fr' : 'none',
    chart: textOf('chart') === 'ifrs' ? 'ifrs' : 'fr',
    accounts: new Map(
      layers.flatMap(({ settings }) =>
        settings.flatMap(({ key, part, text }) => (key === 'accounts' && part !== undefined ? [[part, text] as const] : [])),
      ),
    ),
    journal: textOf('journal') ?? 'OD',
  };
}

type Asked = {
  readonly of: (key: string) => Said | undefined;
  readonly textOf: (key: string) => string | undefined;
  readonly share: (key: string) => Fraction | undefined;
  readonly tableOf: (key: string) => { file: string | undefined; rows: readonly Setting[] };
  /** Said in a way that cannot be taken, which is told already. */
  readonly isRefused: (name: string) => boolean;
};

/** Undefined where no rate is said and none is asked of the ledger's history. */
function matrixOf(
  { of, textOf, share, tableOf, isRefused }: Asked,
  fromHistory: boolean,
  mistakes: Diagnostic[],
): Matrix | undefined {
  const [rates, segments] = [tableOf('rates'), tableOf('segments')];
  if (rates.rows.length === 0 && segments.rows.length === 0 && !fromHistory) return undefined;
  const bounds: Bounds = boundsOf(textOf('buckets'));
  const list = buckets('due', bounds);
  const known = new Map<string, readonly Fraction[]>();
  // Without its bounds nobody knows the buckets, and which rates are missing.
  const areKnown = !isRefused('buckets');
  if (rates.rows.length > 0 && areKnown) known.set('', ratesOf(rates, list, isRefused, mistakes));
  for (const { part = '', text, line } of areKnown ? segments.rows : []) {
    const read = parseRates(text, list);
    if (typeof read !== 'string') known.set(part, read);
    else mistakes.push(misfit(segments.file, line, text, `[provision] segments: ${part} ${read}`, 'write one rate a bucket'));
  }
  const factor = share('factor') ?? whole(1);
  const reason = textOf('factor_reason') ?? '';
  const said = of('factor');
  if (factor.numerator !== factor.denominator && reason === '' && !isRefused('factor_reason')) {
    mistakes.push(
      misfit(
        said?.file,
        said?.setting.line,
        said?.setting.text,
        '[provision] factor: nothing says why rates are multiplied by it',
        'write factor_reason = "…", which the report shows (IFRS 9 5.5.17: supportable information)',
      ),
    );
  }
  const by = of('segment_by');
  if (segments.rows.length > 0 && by === undefined && !isRefused('segment_by')) {
    const [first] = segments.rows;
    const what = '[provision] segments: nothing says which column tells segments apart';
    mistakes.push(misfit(segments.file, first?.line, first?.part, what, 'write segment_by = "sector"'));
  }
  return {
    buckets: list,
    segmentBy: by?.setting.text,
    rates: known,
    factor,
    factorReason: reason,
    lastLoss: share('last_loss'),
  };
}

function boundsOf(text: string | undefined): Bounds {
  const bounds = text === undefined ? DEFAULT_BOUNDS : parseBounds(text);
  return typeof bounds === 'string' ? DEFAULT_BOUNDS : bounds;
}

/** One rate a bucket: none is missing, and none is of a bucket that is not there. */
function ratesOf(
  { file, rows }: { file: string | undefined; rows: readonly Setting[] },
  { list }: Matrix['buckets'],
  isRefused: Asked['isRefused'],
  mistakes: Diagnostic[],
): Fraction[] {
  const keys = list.map(({ key }) => key);
  for (const { part = '', text, line } of rows) {
    if (keys.includes(part)) continue;
    const fix = `the buckets are ${keys.join(', ')}; write buckets = "…" for others`;
    mistakes.push(misfit(file, line, text, `[provision] rates: there is no bucket ${part}`, fix));
  }
  return keys.map((key) => {
    const row = rows.find(({ part }) => part === key);
    if (row !== undefined) return shareOf(row.text);
    if (isRefused(`rates.${key}`)) return whole(0);
    const what = `[provision] rates: the rate of ${key} is missing`;
    mistakes.push(misfit(file, rows[0]?.line, undefined, what, `write ${key} = "0%" if nothing is lost there`));
    return whole(0);
  });
}

function misfit(
  file: string | undefined,
  line: number | undefined,
  value: string | undefined,
  what: string,
  fix: string,
): Diagnostic {
  return { code: 'config-bad-value', file, line, value, what, fix };
}
