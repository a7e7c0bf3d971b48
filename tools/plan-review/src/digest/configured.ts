import { partsOf } from './block-masks';
import type { Lines } from './lines';
import { secretNamesOf, type Meaning } from './meaning';
import { DOCUMENT, itemsOf } from './policy-document';
import { References } from './references';
import { WRITE_ONLY } from './secret-uses';
import { isSecretName } from './secrets';
import { fieldsOf, isClear, isObject, objectsIn, sortedKeys, type Fields } from './values';

/** What the plan says of the instances of a configured resource. */
export interface Instances {
  /** Masks of the secrets in their arguments. */
  readonly sensitive: unknown[];
  /** Masks of what is only known after the apply. */
  readonly unknown: unknown[];
  /** Whether something is done for one of them. */
  isDone: boolean;
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
  /** Whether it is in an `aws_iam_policy_document`. @default false */
  readonly inDocument?: boolean;
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
    const { mode, type, name: own, provider_config_key: provider } = resource;
    const { sensitive = NONE, unknown = NONE, isDone = false } = this.instances.get(address) ?? {};
    this.lines.add(address, 'kind', JSON.stringify([mode, type, own, provider]));
    const inDocument = type === DOCUMENT;
    const expressions = fieldsOf(resource['expressions']);
    for (const name of sortedKeys(expressions)) {
      const node = expressions[name];
      const names = secretNamesOf(String(type), name);
      const masks = isDone && WRITE_ONLY.test(name) ? [{ [name]: true }] : unknown;
      if (names || isMarked(sensitive, name) || isMarked(masks, name))
        this.line(node, { address, module, argument: name, sensitive, unknown: masks, names, inDocument }, name);
      else this.lines.add(address, `code of ${name}`, this.plain(node, name, module, inDocument));
    }
    // What a provisioner runs with is in no plan, nor is when it runs.
    if (isDone && 'provisioners' in resource) this.references.withoutText.add(`${address}: provisioners`);
    const unknownOf = isDone ? PROVISIONERS : NONE;
    for (const name of Object.keys(resource)
      .filter((key) => !SAID.has(key))
      .sort())
      this.line(resource[name], { ...NOWHERE, address, module, unknown: unknownOf, argument: name }, name);
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

  /** The same as `node` where nothing is marked, as nearly everywhere. */
  private plain(node: unknown, name: string, module: string, inDocument: boolean): string {
    if (Array.isArray(node)) {
      const texts = node.map((item) => this.plain(item, name, module, inDocument));
      return `[${itemsOf(texts, name, inDocument)}]`;
    }
    if (!isObject(node)) return this.constant(node, NOWHERE, name);
    const hasText = 'constant_value' in node;
    if (Array.isArray(node['references'])) this.references.addAnswers(node['references'], module);
    let text = '{';
    for (const key of sortedKeys(node)) {
      if (hasText && key === 'references') continue;
      const value = node[key];
      const part =
        key === 'constant_value'
          ? this.constant(value, inDocument ? IN_DOCUMENT : NOWHERE, name)
          : this.plain(value, WRAPPERS.has(key) ? name : key, module, inDocument && key !== 'references');
      text += `"${key}":${part},`;
    }
    return `${text}}`;
  }

  /** Of an expression, a block, or anything that has some. */
  private node(node: unknown, place: Place, name: string): string {
    if (Array.isArray(node)) {
      const texts = node.map((item, at) => this.node(item, inside(place, at), name));
      return `[${itemsOf(texts, name, place.inDocument === true)}]`;
    }
    if (!isObject(node)) return this.constant(node, place, name);
    if (Array.isArray(node['references'])) this.references.add(node, place);
    let text = '{';
    for (const key of sortedKeys(node)) {
      // Next to the text itself, what it refers to is said.
      if (key === 'references' && 'constant_value' in node) continue;
      const part = WRAPPERS.has(key)
        ? this.node(node[key], key === 'references' ? { ...place, inDocument: false } : place, name)
        : this.node(node[key], inside(place, key), key);
      text += `"${key}":${key === 'constant_value' ? this.constant(node[key], place, name) : part},`;
    }
    return `${text}}`;
  }

  private constant(value: unknown, { sensitive, names, inDocument }: Place, name: string): string {
    if (inDocument && Array.isArray(value) && sensitive.every(isClear))
      return `[${itemsOf(
        value.map((item) => this.meaning.written(item)),
        name,
        true,
      )}]`;
    const isNamed = typeof value === 'string' && (isSecretName(name) || names?.test(name) === true);
    if (isNamed && !value.includes('${')) return this.meaning.secret(value);
    if (!names && sensitive.length === 0) return this.meaning.written(value);
    return this.meaning.value(value, { sensitive, names, strict: true });
  }
}

const NOWHERE: Place = { address: '', module: '', argument: '', sensitive: [], unknown: [] };
const IN_DOCUMENT: Place = { ...NOWHERE, inDocument: true };
/** Words for people, and the provider's own, which its version says. */
const MEANINGLESS = new Set(['description']);
/** Whether one of the masks marks something in an argument. */
const isMarked = (masks: readonly unknown[], name: string): boolean =>
  masks.length > 0 && masks.some((mask) => !isClear(mask === true || (mask as Fields)[name]));

const NONE: readonly unknown[] = [];
const PROVISIONERS: readonly unknown[] = [{ provisioners: true }];
/** Of a resource, what has lines of its own, and what the provider's version says. */
const SAID = new Set(['address', 'expressions', 'mode', 'name', 'provider_config_key', 'schema_version', 'type']);
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
