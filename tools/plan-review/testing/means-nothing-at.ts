import { MEANS_NOTHING, type MeansNothing } from '../src/digest/means-nothing';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- real plans
type Plan = any;
type Path = readonly (string | number)[];

/** Providers write "not set" as each of these. */
export const isEmptyValue = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value as object).length === 0);

/**
 * Whether the list says that an edit means nothing.
 *
 * @returns either: the edit makes a plan that Terraform cannot write, as an action that has no object
 * @throws Error it means nothing here, and the list does not have the place
 */
export function meansNothingAt(plan: Plan, path: Path, becomes: unknown): boolean | 'either' {
  const listed = entriesAt(path);
  const nothing = judged(listed, plan, path, becomes);
  if (nothing === true && listed.length === 0) throw new Error(`${path.join('.')} is in no place of the list`);
  return nothing;
}

/** Entries of the list whose place has the path. */
export const entriesAt = (path: Path): readonly MeansNothing[] =>
  MEANS_NOTHING.filter(({ place }) => matches(place.split('.'), path));

function judged(listed: readonly MeansNothing[], plan: Plan, path: Path, becomes: unknown): boolean | 'either' {
  const [part, at, where] = path;
  if (part === 'complete') return plan.complete === true && becomes === undefined;
  const entry = part === 'resource_changes' ? plan.resource_changes[at as number] : undefined;
  // The masks decide which values are hidden, so that they are edited together with these.
  if (path.some((step) => /_sensitive$|^sensitive(_values)?$/.test(String(step)))) return 'either';
  if (entry && ['mode', 'module_address', 'type', 'name', 'index'].includes(String(where))) return 'either';
  if (entry && where === 'address' && becomes === undefined) return 'either';
  if (entry && path.length === 4) return 'either';
  if (entry && isStill(entry)) return path.includes('actions') || where === 'address' ? 'either' : true;
  if (part === 'output_changes' && String(plan.output_changes[at as string].actions) === 'no-op')
    return path.includes('actions') ? 'either' : true;
  if (part === 'prior_state') return path.includes('resources') ? 'either' : listed.length > 0;
  if (entry) return changeMeansNothing(plan, entry, path, becomes) ?? listed.some(({ when }) => when === undefined);
  if (part === 'configuration') return configurationMeansNothing(plan, path);
  return listed.some(({ when }) => when === undefined);
}

function changeMeansNothing(plan: Plan, entry: Plan, path: Path, becomes: unknown): boolean | 'either' | undefined {
  const [, , , side, argument] = path;
  if (side === 'actions') return 'either';
  if (argument === undefined) return undefined;
  if (COUNTED.has(String(argument))) return true;
  if (side === 'before') {
    if (isEmptyValue(becomes)) return 'either';
    const actions = String(entry.change.actions);
    const isGone = actions === 'delete' || actions === 'forget';
    const isIdentity = ['id', 'arn', 'name'].includes(String(argument)) && path.length === 5;
    if (isGone) return !isIdentity;
    if (isIdentity && actions !== 'update') return false;
    if (!(argument in writtenOf(plan, entry))) {
      // What stayed the same differs now.
      const { before, after, after_unknown: unknown } = entry.change;
      return textOf(before[argument]) !== textOf(after?.[argument]) || unknown?.[argument] !== undefined;
    }
    return false;
  }
  return undefined;
}

function writtenOf(plan: Plan, { address }: Plan): Plan {
  const steps = String(address)
    .replaceAll(/\[[^\]]*\]/g, '')
    .split('.');
  let module = plan.configuration.root_module;
  while (steps[0] === 'module') {
    module = module.module_calls[String(steps[1])].module;
    steps.splice(0, 2);
  }
  return module.resources.find((each: Plan) => each.address === steps.join('.'))?.expressions ?? {};
}

function configurationMeansNothing(plan: Plan, path: Path): boolean | 'either' {
  const last = path.at(-1);
  if (last === 'schema_version') return true;
  if (last === 'description' && ['variables', 'outputs'].includes(String(path.at(-3)))) return true;
  const at = path.indexOf('references');
  if (at < 0) return false;
  const holder = path.slice(0, at).reduce((value: Plan, step) => value[step], plan);
  // Of data sources it leads to what they answered.
  return 'constant_value' in holder && (String(holder.references).includes('data.') ? 'either' : true);
}

const textOf = (value: unknown): string => (isEmptyValue(value) ? '' : JSON.stringify(value));

const isStill = ({ change, previous_address: previous }: Plan): boolean =>
  String(change.actions) === 'no-op' && previous === undefined && change.importing === undefined;

const COUNTED = new Set([
  'attachment_count',
  'created_date',
  'creation_date',
  'estimated_number_of_users',
  'last_modified',
  'last_modified_date',
  'last_updated_date',
]);

function matches([first, ...rest]: readonly string[], path: Path): boolean {
  if (first === undefined) return path.length === 0;
  if (first === '**') return rest.length === 0 || path.some((_, at) => matches(rest, path.slice(at)));
  const [step, ...others] = path;
  return step !== undefined && (first === '*' || first === String(step)) && matches(rest, others);
}
