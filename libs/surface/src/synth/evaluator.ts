import type { Unknown } from '../model';
import { isUnknown, unknown } from '../model/value';
import { isObject } from '../terraform/unreadable';
import { callFunction } from './functions';
import { parseExpression, traversalsIn, type Expression } from './expression';
import { remoteStateOf } from './remote-state';
import type { Block, StackConfig } from './stack-config';
import { parseTemplate } from './template';

/** Where an expression stands. */
export interface Place {
  readonly config: StackConfig;
  /** `each.key`, `each.value` and `count.index` of a repeated block. */
  readonly each?: { readonly key: string | number; readonly value: unknown };
}

/** What something else than the files knows of a resource: undefined, where it knows nothing. */
export type Known = (stack: string, address: string, attribute: string) => unknown;

const MAX_DEPTH = 40;
/** By far the most templates are one reference, so they are not parsed. */
const REFERENCE = /^\$\{([a-z]\w*(?:\.[A-Za-z_][\w-]*)+)\}$/;

/**
 * Values of synthesized JSON as far as the files say them: references to what is written somewhere else are followed,
 * also into another stack through its remote state. The rest is unknown and says what it is made from.
 */
export class Evaluator {
  /** Texts of each stack that are the same wherever they stand: a route's parts all name the same few resources. */
  private readonly templates = new Map<StackConfig, Map<string, unknown>>();

  /** @param known attributes that the provider computed @default - none */
  constructor(
    private readonly stacks: readonly StackConfig[],
    private readonly known: Known = () => undefined,
  ) {}

  evaluate(value: unknown, place: Place, depth = 0): unknown {
    if (typeof value === 'string') return this.template(value, place, depth);
    if (saysItAll(value)) return value;
    if (Array.isArray(value)) return value.map((item) => this.evaluate(item, place, depth));
    if (!isObject(value) || isUnknown(value)) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => key !== '//')
        .map(([key, item]) => [key, this.evaluate(item, place, depth)]),
    );
  }

  private template(text: string, place: Place, depth: number): unknown {
    if (saysItAll(text)) return text;
    if (place.each || depth > 0) return this.freshTemplate(text, place, depth);
    const known = this.templates.get(place.config) ?? new Map<string, unknown>();
    this.templates.set(place.config, known);
    if (!known.has(text)) known.set(text, this.freshTemplate(text, place, depth));
    return known.get(text);
  }

  private freshTemplate(text: string, place: Place, depth: number): unknown {
    const [, reference] = REFERENCE.exec(text) ?? [];
    if (reference !== undefined && depth <= MAX_DEPTH) {
      const [root = '', ...path] = reference.split('.');
      return this.traversal(root, path, place, depth + 1) ?? this.made([reference], place);
    }
    const pieces = depth > MAX_DEPTH ? undefined : parseTemplate(text);
    if (!pieces) return this.made(traversalsIn(text), place);
    const values = pieces.map((piece) =>
      typeof piece === 'string' ? piece : this.expression(piece.expression, place, depth + 1),
    );
    if (values.length === 1) return values[0];
    const open = values.filter(isUnknown);
    if (open.length > 0) return merge(open).with(knownUri(values));
    return values.every(isScalar) ? values.join('') : this.made(traversalsIn(text), place);
  }

  private expression(text: string, place: Place, depth: number): unknown {
    const expression = parseExpression(text);
    const value = expression && this.value(expression, place, depth);
    return value === undefined ? this.made(traversalsIn(text), place) : value;
  }

  /** Undefined: not known. */
  private value(expression: Expression, place: Place, depth: number): unknown {
    switch (expression.kind) {
      case 'literal':
        return expression.value;
      case 'template':
        return this.template(expression.text, place, depth);
      case 'list':
        return this.all(expression.items, place, depth);
      case 'object': {
        const [keys, values] = ([0, 1] as const).map((side) => {
          const each = expression.entries.map((entry) => entry[side]);
          return this.all(each, place, depth);
        });
        return keys?.every(isScalar) && values
          ? Object.fromEntries(keys.map((key, index) => [key, values[index]]))
          : undefined;
      }
      case 'call': {
        const args = this.all(expression.args, place, depth);
        return args && callFunction(expression.name, args);
      }
      case 'traversal':
        return this.traversal(expression.root, expression.path, place, depth);
    }
  }

  private all(expressions: readonly Expression[], place: Place, depth: number): unknown[] | undefined {
    const values = expressions.map((each) => this.value(each, place, depth));
    return values.includes(undefined) ? undefined : values;
  }

  private traversal(root: string, rawPath: readonly (string | Expression)[], place: Place, depth: number): unknown {
    const path = rawPath.map((step) => (typeof step === 'string' ? step : { index: this.value(step, place, depth) }));
    if (path.some((step) => typeof step !== 'string' && !isScalar(step.index))) return undefined;
    const steps = path as readonly Step[];
    const { config, each } = place;
    if (root === 'local') return this.inside(config.local(key(steps[0])), steps.slice(1), place, depth);
    if (root === 'each') return this.eachValue(steps, each, place, depth);
    if (root === 'count') return each ? each.key : unknown();
    if (root === 'data' && steps[0] === 'terraform_remote_state') return this.remoteState(steps, place, depth);
    const named = root === 'data' ? steps.slice(0, 2) : steps.slice(0, 1);
    const block = config.block([root, ...named.map(key)].join('.'));
    return block
      ? this.attribute(block, steps.slice(named.length), place, depth)
      : this.made([spell(root, steps)], place);
  }

  private eachValue(steps: readonly Step[], each: Place['each'], place: Place, depth: number): unknown {
    if (!each) return unknown();
    return steps[0] === 'key' ? each.key : this.inside(each.value, steps.slice(1), place, depth);
  }

  /** What the block itself says; the attributes that the provider computes stay unknown, under their address. */
  private attribute(block: Block, steps: readonly Step[], { config }: Place, depth: number): unknown {
    const [first, ...rest] = steps;
    const instance = first !== undefined && typeof first !== 'string' ? first : undefined;
    const attribute = instance ? rest : steps;
    const name = key(attribute[0]);
    const written = name === '' ? undefined : block.body[name];
    if (written === undefined || 'for_each' in block.body || 'count' in block.body) {
      const known = instance || attribute.length !== 1 ? undefined : this.known(config.stack, block.address, name);
      return known ?? this.made([spell(block.address, steps)], { config });
    }
    const value = this.inside(written, attribute.slice(1), { config }, depth + 1);
    // Named by the block: from there the next reference is followed in turn.
    return isUnknown(value) ? this.made([spell(block.address, steps)], { config }) : value;
  }

  private inside(value: unknown, steps: readonly Step[], place: Place, depth: number): unknown {
    let current = this.evaluate(value, place, depth + 1);
    for (const step of steps) {
      if (isUnknown(current)) return current;
      // A block that is written once stands without its list.
      if (step === '0' || (typeof step !== 'string' && step.index === 0))
        current = Array.isArray(current) ? current[0] : current;
      else if (Array.isArray(current) || isObject(current)) current = (current as Record<string, unknown>)[key(step)];
      else return undefined;
    }
    return current;
  }

  private remoteState(steps: readonly Step[], place: Place, depth: number): unknown {
    const [, name, outputs, output, ...rest] = steps;
    const data = place.config.block(`data.terraform_remote_state.${key(name)}`);
    const other =
      data && outputs === 'outputs'
        ? remoteStateOf(data, this.stacks, (value) => this.evaluate(value, place, depth + 1))
        : undefined;
    const value = other?.output(key(output));
    if (!other || value === undefined) return this.made([spell('data', steps)], place);
    const found = this.inside(value, rest, { config: other }, depth + 1);
    return isUnknown(found) && found.stack === undefined ? found.with({ stack: other.stack }) : found;
  }

  /** Unknown, made from those of the names that mean something in this stack. */
  private made(names: readonly string[], { config }: Place): Unknown {
    const meant = names.filter((name) => {
      const [root = '', second = '', third = ''] = name.split(/[.[]/);
      if (['var', 'local', 'module'].includes(root)) return true;
      return config.block(root === 'data' ? `data.${second}.${third}` : `${root}.${second}`) !== undefined;
    });
    return unknown(meant.length > 0 ? meant : undefined);
  }
}

/** Most of what is written has no reference in it, and is its own value. */
function saysItAll(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('${') && !value.includes('%{');
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(saysItAll);
  for (const key in value) {
    if (key === '//' || !saysItAll((value as Readonly<Record<string, unknown>>)[key])) return false;
  }
  return true;
}

type Scalar = string | number | boolean;
type Step = string | { readonly index: Scalar };

const isScalar = (value: unknown): value is Scalar =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

const key = (step: Step | undefined): string =>
  step === undefined ? '' : String(typeof step === 'string' ? step : step.index);

const spell = (root: string, steps: readonly Step[]): string =>
  root + steps.map((step) => (typeof step === 'string' ? `.${step}` : `[${JSON.stringify(step.index)}]`)).join('');

/** Which service is called is known where its region is not. */
function knownUri(values: readonly unknown[]): Pick<Unknown, 'uri'> {
  const uri = values.map((value) => (isUnknown(value) ? '{}' : String(value))).join('');
  return /^arn:[^:]+:apigateway:/.test(uri) ? { uri } : {};
}

function merge(open: readonly Unknown[]): Unknown {
  const stacks = new Set(open.map(({ stack }) => stack));
  const references = [...new Set(open.flatMap((each) => each.references ?? []))];
  // References of several stacks cannot be kept apart in one value.
  return stacks.size === 1 ? unknown(references.length > 0 ? references : undefined, [...stacks][0]) : unknown();
}
