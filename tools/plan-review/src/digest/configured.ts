import { partsOf } from './block-masks';
import type { Lines } from './lines';
import { secretNamesOf, type Meaning } from './meaning';
import { References } from './references';
import { SECRET_NAME } from './secrets';
import { fieldsOf, isObject, objectsIn, sortedKeys, type Fields } from './values';

/** What the plan says of the instances of a configured resource. */
export interface Instances {
  /** Masks of the secrets in their arguments. */
  readonly sensitive: unknown[];
  /** Masks of what is only known after the apply, of those for which something is done. */
  readonly unknown: unknown[];
}

/** Where an expression stands. */
interface Place {
  /** `module.a.aws_x.y` */
  readonly address: string;
  /** `module.a.`; empty in the root module. */
  readonly module: string;
  /** `statement.actions` */
  readonly argument: string;
  /** Masks of the values that it makes. */
  readonly sensitive: readonly unknown[];
  readonly unknown: readonly unknown[];
  /** Entries of maps whose name says that they are secret. */
  readonly names?: RegExp | undefined;
}

/** `configuration` of a plan: what is written, as far as a plan repeats it. */
export class Configured {
  readonly references = new References();

  constructor(
    private readonly meaning: Meaning,
    private readonly instances: ReadonlyMap<string, Instances>,
    private readonly lines: Lines,
  ) {}

  add(configuration: Fields): void {
    const { provider_config: providers, root_module: root, ...others } = configuration;
    for (const [key, provider] of sorted(fieldsOf(providers)))
      this.fields({ ...NOWHERE, address: `provider ${key}` }, provider);
    this.module(fieldsOf(root), '');
    for (const [name, value] of sorted(others)) this.lines.add('configuration', name, this.meaning.written(value));
  }

  private module(module: Fields, path: string): void {
    const { resources, module_calls: calls, outputs, variables, ...others } = module;
    const at = (name: string): Place => ({ ...NOWHERE, address: `${path}${name}`, module: path });
    const entries = objectsIn(resources).map((each) => [`${path}${String(each['address'])}`, each] as const);
    for (const [address, resource] of entries.sort(byName)) this.resource(resource, address, path);
    for (const [name, call] of sorted(fieldsOf(calls))) {
      const { module: inner, ...rest } = call;
      const child = fieldsOf(inner);
      this.fields({ ...at(`module.${name}`), sensitive: [secretVariables(child)] }, rest);
      this.module(child, `${path}module.${name}.`);
    }
    for (const [name, output] of sorted(fieldsOf(outputs)))
      this.fields({ ...at(`output.${name}`), sensitive: isSensitive(output) ? [{ expression: true }] : [] }, output);
    for (const [name, variable] of sorted(fieldsOf(variables)))
      this.fields({ ...at(`var.${name}`), sensitive: isSensitive(variable) ? [{ default: true }] : [] }, variable);
    for (const [name, value] of sorted(others)) this.lines.add(`${path}module`, name, this.meaning.written(value));
  }

  private resource(resource: Fields, address: string, module: string): void {
    const { address: _, expressions, schema_version: __, ...rest } = resource;
    const { sensitive = [], unknown = [] } = this.instances.get(address) ?? {};
    const type = String(resource['type']);
    const place = { ...NOWHERE, address, module };
    for (const [name, node] of sorted(fieldsOf(expressions)))
      this.line(node, { ...place, argument: name, sensitive, unknown, names: secretNamesOf(type, name) }, name);
    // What a provisioner runs with is in no plan.
    this.fields({ ...place, unknown: unknown.length > 0 ? [{ provisioners: true }] : [] }, rest);
  }

  private fields(place: Place, fields: Fields): void {
    for (const name of sortedKeys(fields)) {
      if (MEANINGLESS.has(name)) continue;
      this.line(fields[name], { ...place, argument: name }, name);
    }
  }

  private line(node: unknown, place: Place, name: string): void {
    const at = { ...place, sensitive: partsOf(place.sensitive, name), unknown: partsOf(place.unknown, name) };
    this.lines.add(place.address, `code of ${name}`, this.node(node, at, name));
  }

  /** Of an expression, a block, or anything that has some. */
  private node(node: unknown, place: Place, name: string): string {
    if (Array.isArray(node)) return `[${node.map((item, at) => this.node(item, inside(place, at), name)).join()}]`;
    if (!isObject(node)) return this.constant(node, place, name);
    if (Array.isArray(node['references'])) this.references.add(node, place);
    let text = '{';
    for (const key of sortedKeys(node)) {
      // Next to the text itself, what it refers to is said.
      if (key === 'references' && 'constant_value' in node) continue;
      const part = WRAPPERS.has(key)
        ? this.node(node[key], place, name)
        : this.node(node[key], inside(place, key), key);
      text += `${JSON.stringify(key)}:${key === 'constant_value' ? this.constant(node[key], place, name) : part},`;
    }
    return `${text}}`;
  }

  private constant(value: unknown, { sensitive, names }: Place, name: string): string {
    const isNamed = typeof value === 'string' && (SECRET_NAME.test(name) || names?.test(name) === true);
    if (isNamed && !value.includes('${')) return this.meaning.secret(value);
    return this.meaning.value(value, { sensitive, names, strict: true });
  }
}

const NOWHERE: Place = { address: '', module: '', argument: '', sensitive: [], unknown: [] };
/** Words for people, and the provider's own, which its version says. */
const MEANINGLESS = new Set(['description']);
/** What stands between an argument and its value. */
const WRAPPERS = new Set(['constant_value', 'expressions', 'references']);

const inside = (place: Place, key: string | number): Place => ({
  ...place,
  ...(typeof key === 'string' && { argument: `${place.argument}.${key}` }),
  sensitive: partsOf(place.sensitive, key),
  unknown: partsOf(place.unknown, key),
});

const secretVariables = ({ variables }: Fields): Fields => ({
  expressions: Object.fromEntries(
    Object.entries(fieldsOf(variables)).flatMap(([name, variable]) => (isSensitive(variable) ? [[name, true]] : [])),
  ),
});

const isSensitive = (value: unknown): boolean => fieldsOf(value)['sensitive'] === true;
const sorted = (fields: Fields): (readonly [string, Fields])[] =>
  sortedKeys(fields).map((key) => [key, fields[key] as Fields] as const);
const byName = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number =>
  one < other ? -1 : one > other ? 1 : 0;
