import { isObject } from '../terraform/unreadable';

type Content = Readonly<Record<string, unknown>>;

/** A shorter text may be the same as, or in, another one by chance. */
const SHORTEST = 8;
const SHORTEST_PART = 16;

/** Finds out whether an output prints what Terraform, or the provider, marks sensitive where it comes from. */
export function secretsOf(content: Content, references: (output: string) => readonly string[]) {
  let texts: ReadonlySet<string> | undefined;
  return (output: string, value: unknown): boolean => {
    if (references(output).some((reference) => isMarked(content, reference))) return true;
    if (value === null || value === undefined) return false;
    texts ??= new Set(secretTexts(content));
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return [...texts].some((secret) => secret === text || (secret.length >= SHORTEST_PART && text.includes(secret)));
  };
}

/** What providers mark, in plans that do not have the resource. */
const NAMES =
  /(^|\.)(random_password\.[^.]+\.result|aws_api_gateway_api_key\.[^.]+\.value|[a-z0-9]+_[a-z0-9_]+\.[^.]+\.(.*password(_v4)?|(client_|shared_)?secret|secret_(key|string|binary)|private_key(_\w+)?|auth_token))$/;

/** `aws_x.y["k"].secret`: whether that argument of that resource is marked. */
function isMarked(content: Content, reference: string): boolean {
  if (NAMES.test(withoutKeys(reference))) return true;
  const [, address = '', argument = ''] = /^(.*)\.([^.[\]]+)(?:\[.*\])?$/.exec(reference) ?? [];
  return address !== '' && (marksOf(content).get(withoutKeys(address))?.has(argument) ?? false);
}

type Marks = ReadonlyMap<string, ReadonlySet<string>>;
const MARKS = new WeakMap<Content, Marks>();

/** Arguments that are marked, by address without keys. */
function marksOf(content: Content): Marks {
  const known = MARKS.get(content);
  if (known) return known;
  const marks = new Map<string, Set<string>>();
  for (const { address, mask } of sidesOf(content)) {
    if (!isObject(mask)) continue;
    for (const name in mask) {
      if (mask[name] !== true) continue;
      const place = withoutKeys(address);
      const names = marks.get(place);
      if (names) names.add(name);
      else marks.set(place, new Set([name]));
    }
  }
  MARKS.set(content, marks);
  return marks;
}

function* secretTexts(content: Content): Generator<string> {
  for (const { values, mask } of sidesOf(content)) yield* marked(values, mask);
}

function* marked(value: unknown, mask: unknown): Generator<string> {
  if (mask === true) yield* textsIn(value);
  else if (typeof mask === 'object' && mask !== null && typeof value === 'object' && value !== null)
    for (const key in mask) yield* marked((value as Content)[key], (mask as Content)[key]);
}

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string' && value.length >= SHORTEST) yield value;
  if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) yield* textsIn(item);
}

function* sidesOf(content: Content): Generator<{ address: string; values: unknown; mask: unknown }> {
  for (const entry of list(content['resource_changes'])) {
    const { address, change } = isObject(entry) ? entry : {};
    if (!isObject(change)) continue;
    for (const side of ['before', 'after'])
      yield { address: String(address), values: change[side], mask: change[`${side}_sensitive`] };
  }
  const { values } = isObject(content['prior_state']) ? content['prior_state'] : {};
  const open = [isObject(values) ? values['root_module'] : undefined];
  for (let module = open.pop(); module !== undefined || open.length > 0; module = open.pop()) {
    if (!isObject(module)) continue;
    open.push(...list(module['child_modules']));
    for (const resource of list(module['resources']))
      if (isObject(resource))
        yield { address: String(resource['address']), values: resource['values'], mask: resource['sensitive_values'] };
  }
}

const withoutKeys = (address: string): string => address.replaceAll(/\[(?:"(?:[^"\\]|\\.)*"|\d+)\]/g, '');
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
