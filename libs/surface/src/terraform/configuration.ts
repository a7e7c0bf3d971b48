import type { Expression } from './mask';
import { isObject } from './unreadable';

/** A resource instance, as far as it matters for what its references mean. */
export interface Instance {
  /** `module.api["blue"]`; empty in the root module. */
  readonly module: string;
  /** `aws_x.y` or `data.aws_x.y`, without instance key. */
  readonly name: string;
  /** `["get"]`, `[0]` or nothing. */
  readonly key: string;
}

/** The `configuration` of a plan: tells what unknown values are made from. Terraform leaves locals out of it. */
export class Configuration {
  private readonly modules = new Map<string, Module>();

  constructor(private readonly root: unknown) {}

  /**
   * What the arguments of a resource are made from, as full addresses. Undefined: the configuration does not have it.
   *
   * @param isNew the object is made by the plan, so that what is left out has the default
   */
  expressionOf(instance: Instance, isNew = false): Expression | undefined {
    const resource = this.resource(instance);
    if (!isObject(resource)) return undefined;
    const forEach = rawReferences(resource['for_each_expression']);
    const resolve = (references: readonly string[]) =>
      this.resolve(references, instance.module, { forEach, key: instance.key });
    return new Written(resource['expressions'] ?? {}, resolve, isNew);
  }

  /** Whether an output of the root module is marked sensitive; undefined where it is not known. */
  isMarkedOutput(name: string): boolean | undefined {
    const output = this.output(name);
    return isObject(output) ? output['sensitive'] === true : undefined;
  }

  private output(name: string): unknown {
    const outputs = this.module('')?.outputs;
    return isObject(outputs) ? outputs[name] : undefined;
  }

  /** What an output of the root module is made from, as full addresses. */
  referencesOfOutput(name: string): readonly string[] {
    const output = this.output(name);
    return this.resolve(rawReferences(isObject(output) ? output['expression'] : undefined), '');
  }

  private resource({ module, name }: Instance): unknown {
    return this.module(module)?.resources.get(name);
  }

  private module(address: string): Module | undefined {
    const path = address.replaceAll(KEYS, '');
    const known = this.modules.get(path);
    if (known) return known;
    let module = this.root;
    for (const { call } of steps(address)) {
      const calls = isObject(module) ? module['module_calls'] : undefined;
      const entry = isObject(calls) ? calls[call] : undefined;
      module = isObject(entry) ? entry['module'] : undefined;
    }
    if (!isObject(module)) return undefined;
    const resources = new Map<unknown, unknown>();
    for (const resource of list(module['resources']))
      if (isObject(resource)) resources.set(resource['address'], resource);
    const found: Module = { calls: module['module_calls'], outputs: module['outputs'], resources };
    this.modules.set(path, found);
    return found;
  }

  private resolve(references: readonly string[], module: string, each?: Each, depth = 0): readonly string[] {
    if (depth > 20) return [];
    const own = mostSpecific(references).flatMap((reference) => this.resolveOne(reference, module, each, depth));
    return [...new Set(own)];
  }

  private resolveOne(reference: string, module: string, each: Each | undefined, depth: number): readonly string[] {
    const [head = '', ...rest] = reference.split('.');
    if (head === 'each') {
      if (rest[0] !== 'value' || !each) return [];
      const path = rest.slice(1).map((part) => `.${part}`);
      const items = mostSpecific(each.forEach).map((source) => `${source}${each.key}${path.join('')}`);
      return this.resolve(items, module, undefined, depth + 1);
    }
    if (['count', 'path', 'terraform', 'self'].includes(head)) return [];
    if (head === 'var') return this.resolveVariable(rest[0] ?? '', reference, module, depth);
    if (head === 'module') return this.resolveOutput(reference, module, depth);
    return [within(module, reference)];
  }

  /** A module's variable is what its caller passes; one of the root module stays a variable. */
  private resolveVariable(name: string, reference: string, module: string, depth: number): readonly string[] {
    const last = steps(module).at(-1);
    if (!last) return [reference];
    const calls = this.module(last.parent)?.calls;
    const call = isObject(calls) ? calls[last.call] : undefined;
    const expressions = isObject(call) ? call['expressions'] : undefined;
    const plainName = name.replace(/\[.*/, '');
    const passed = rawReferences(isObject(expressions) ? expressions[plainName] : undefined);
    const forEach = isObject(call) ? rawReferences(call['for_each_expression']) : [];
    return this.resolve(passed, last.parent, { forEach, key: last.key }, depth + 1);
  }

  private resolveOutput(reference: string, module: string, depth: number): readonly string[] {
    const match = /^(module\.[^.[]+(?:\[(?:"(?:[^"\\]|\\.)*"|\d+)\])?)\.([^.[]+)/.exec(reference);
    if (!match) return [within(module, reference)];
    const [, call = '', output = ''] = match;
    const child = within(module, call);
    const outputs = this.module(child)?.outputs;
    const entry = isObject(outputs) ? outputs[output] : undefined;
    const inside = rawReferences(isObject(entry) ? entry['expression'] : undefined);
    return inside.length > 0 ? this.resolve(inside, child, undefined, depth + 1) : [within(module, reference)];
  }
}

interface Module {
  readonly calls: unknown;
  readonly outputs: unknown;
  readonly resources: ReadonlyMap<unknown, unknown>;
}

/** Instance keys: the configuration of a module is the same for all of its instances. */
const KEYS = /\[(?:"(?:[^"\\]|\\.)*"|\d+)\]/g;

interface Each {
  readonly forEach: readonly string[];
  readonly key: string;
}

/** `module.a["x"].module.b` -> one step for each module, outermost first. */
function steps(address: string): { readonly call: string; readonly key: string; readonly parent: string }[] {
  const pattern = /module\.([^.[]+)(\[(?:"(?:[^"\\]|\\.)*"|\d+)\])?\.?/gy;
  const found = [];
  for (const match of address.matchAll(pattern)) {
    found.push({
      call: match[1] ?? '',
      key: match[2] ?? '',
      parent: address.slice(0, match.index).replace(/\.$/, ''),
    });
  }
  return found;
}

/** A part of what a resource is made from. One is made for every unknown value, so it is a class and no closure. */
class Written implements Expression {
  constructor(
    private readonly node: unknown,
    private readonly resolve: (references: readonly string[]) => readonly string[],
    private readonly isNew: boolean,
  ) {}

  references(): readonly string[] | undefined {
    const references = rawReferences(this.node);
    if (references.length > 0) return this.resolve(references);
    // Written, of nothing that has an address: `timestamp()`. A block has its arguments here.
    const { node } = this;
    return isObject(node) && (isArgument(node) || Object.keys(node).length === 0) ? [] : undefined;
  }

  isUnset(): boolean {
    const { node, isNew } = this;
    if (!isNew) return false;
    if (node === undefined) return true;
    if (!isObject(node)) return false;
    if ('constant_value' in node) return node['constant_value'] === null;
    // A variable is known at every plan, so an argument that is unknown although it is made from nothing else is null.
    const from = this.references();
    return from !== undefined && from.length > 0 && from.every((reference) => reference.startsWith('var.'));
  }

  at(key: string | number): Expression | undefined {
    const { node, resolve, isNew } = this;
    // A block that is written twice is a list, also here.
    if (Array.isArray(node)) return new Written(node[Number(key)] ?? node[0], resolve, isNew);
    // A block that the plan has and the configuration does not list is one that a `dynamic` block makes.
    if (node === undefined && typeof key === 'number') return OPEN;
    if (!isObject(node)) return undefined;
    // Below an argument everything is made from what the argument is made from; blocks are listed one by one.
    if (isArgument(node)) return this;
    // A block that is written once is an object here and a list in the plan.
    return typeof key === 'number' ? this : new Written(node[key], resolve, isNew);
  }
}

/** Written, and nothing says of what. */
const OPEN: Expression = { references: () => [], isUnset: () => false, at: () => OPEN };

const isArgument = (node: object): boolean => 'references' in node || 'constant_value' in node;

function rawReferences(node: unknown): readonly string[] {
  const references = isObject(node) ? node['references'] : undefined;
  return list(references).filter((reference) => typeof reference === 'string');
}

/** Terraform lists `a.b.id` and also `a.b`: only the longest says something. */
export const mostSpecific = (references: readonly string[]): readonly string[] =>
  references.filter(
    (reference) => !references.some((other) => other.startsWith(`${reference}.`) || other.startsWith(`${reference}[`)),
  );

const within = (module: string, address: string): string => (module === '' ? address : `${module}.${address}`);
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
