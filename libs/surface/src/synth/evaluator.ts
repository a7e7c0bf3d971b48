import type { Unknown } from '../model';
import { isUnknown, secret, unknown } from '../model/value';
import { isObject } from '../terraform/unreadable';
import { documentOf, Encoded, joined, knownUri } from './encoded';
import { ExpressionValues } from './expression-values';
import { traversalsIn } from './expression';
import { inside, isScalar, key, saysItAll, spell, type Step } from './names';
import { eachValue, within, writtenAs, type Place } from './place';
import { parseExpression } from './parse-expression';
import { remoteStateOf } from './remote-state';
import type { Block, StackConfig } from './stack-config';
import { parseTemplate } from './template';

/** What something else than the files knows of a resource: undefined, where it knows nothing. */
export type Known = (stack: string, address: string, attribute: string) => unknown;

const MAX_DEPTH = 60;
/** By far the most templates are one reference, so they are not parsed. */
const REFERENCE = /^\$\{([a-z]\w*(?:\.[A-Za-z_][\w-]*)+)\}$/;

/**
 * Values of Terraform's JSON syntax as far as the files say them: references to what is written somewhere else are followed,
 * also into modules, and into another stack through its remote state. The rest is unknown and says what it is made from.
 */
export class Evaluator {
  /** Texts of each stack that are the same wherever they stand: a route's parts all name the same few resources. */
  private readonly templates = new Map<StackConfig, Map<string, unknown>>();
  private readonly locals = new Map<string, unknown>();
  private readonly expressions = new ExpressionValues({
    template: (...given) => this.template(...given),
    traversal: (...given) => this.traversal(...given),
    made: (...given) => this.made(...given),
  });

  /** @param known attributes that the provider computed @default - none */
  constructor(
    private readonly stacks: readonly StackConfig[],
    private readonly known: Known = () => undefined,
  ) {}

  evaluate(value: unknown, place: Place, depth = 0): unknown {
    if (typeof value === 'string') return this.template(value, place, depth);
    if (saysItAll(value)) return value;
    if (Array.isArray(value)) return value.map((item) => this.evaluate(item, place, depth));
    if (!isObject(value) || isUnknown(value) || value instanceof Encoded) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => key !== '//')
        .map(([key, item]) => [
          /[$%]\{/.test(key) ? this.key(key, place, depth) : key,
          this.evaluate(item, place, depth),
        ]),
    );
  }

  /** A name that is not known stays as it is written. */
  private key(key: string, place: Place, depth: number): string {
    const value = this.template(key, place, depth);
    return isScalar(value) ? String(value) : key;
  }

  private template(text: string, place: Place, depth: number): unknown {
    if (saysItAll(text)) return text;
    if (place.each || place.names || place.module || depth > 0) return this.freshTemplate(text, place, depth);
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
    if (open.length > 0 || values.some((value) => value instanceof Encoded)) {
      const document = documentOf(values);
      if (document || open.length === 0) return document ?? this.made(traversalsIn(text), place);
      return joined(open).with(knownUri(values.map((value) => (isUnknown(value) ? '{}' : String(value))).join('')));
    }
    return values.every(isScalar) ? values.join('') : this.made(traversalsIn(text), place);
  }

  private expression(text: string, place: Place, depth: number): unknown {
    const expression = parseExpression(text);
    const value = expression && this.expressions.value(expression, place, depth);
    return value === undefined ? this.made(traversalsIn(text), place) : value;
  }

  private traversal(root: string, steps: readonly Step[], place: Place, depth: number): unknown {
    if (depth > MAX_DEPTH) return undefined;
    const { config, each, names } = place;
    if (names && Object.hasOwn(names, root)) return inside(names[root], steps);
    if (root === 'local') return inside(this.local(key(steps[0]), place, depth), steps.slice(1));
    if (root === 'var') return inside(this.variable(key(steps[0]), place, depth), steps.slice(1));
    if (root === 'module') return this.output(steps, place, depth);
    if (root === 'each') return eachValue(steps, each);
    if (root === 'count') return each ? each.key : unknown();
    if (root === 'path') return config.code.path ?? '.';
    if (root === 'data' && steps[0] === 'terraform_remote_state') return this.remoteState(steps, place, depth);
    const named = root === 'data' ? steps.slice(0, 2) : steps.slice(0, 1);
    const block = config.block([root, ...named.map(key)].join('.'));
    return block
      ? this.attribute(block, steps.slice(named.length), place, depth)
      : this.made([spell(root, steps)], place);
  }

  private local(name: string, { config, module }: Place, depth: number): unknown {
    const written = config.local(name);
    if (!module) return this.evaluate(written, { config }, depth + 1);
    const place = `${config.stack} ${module.address} ${name}`;
    if (!this.locals.has(place)) this.locals.set(place, this.evaluate(written, { config, module }, depth + 1));
    return this.locals.get(place);
  }

  /** Undefined: nothing says what it is. */
  private variable(name: string, { config, module }: Place, depth: number): unknown {
    if (config.isSensitive(name)) return secret();
    // What it is without a plan, who applies the code decides.
    if (!module) return config.code.variables && config.variable(name);
    const passed = module.call[name];
    return passed === undefined ? config.variable(name) : this.evaluate(passed, module.parent, depth + 1);
  }

  private output(steps: readonly Step[], place: Place, depth: number): unknown {
    const [call = '', next] = steps;
    const index = next !== undefined && typeof next !== 'string' ? next.index : undefined;
    const child = this.moduleOf(key(call), index, place, depth);
    const [output, ...rest] = steps.slice(index === undefined ? 1 : 2);
    const written = child?.config.output(key(output));
    return child && written !== undefined ? inside(this.evaluate(written, child, depth + 1), rest) : undefined;
  }

  /** Where the code of a called module stands. Undefined: it cannot be read. */
  moduleOf(
    name: string,
    index: string | number | boolean | undefined,
    { config, module }: Place,
    depth = 0,
  ): Place | undefined {
    const [child, call] = [config.child(name), config.call(name)];
    if (!child || !call) return undefined;
    const parent: Place = { config, ...(module && { module }) };
    const each = index === undefined ? {} : { each: this.eachOf(call, index as string | number, parent, depth) };
    const address = `${within(parent, `module.${name}`)}${index === undefined ? '' : `[${JSON.stringify(index)}]`}`;
    return { config: child, module: { address, call, parent: { ...parent, ...each } } };
  }

  /** What an instance of a `count` or `for_each` is made with. */
  eachOf(
    block: Readonly<Record<string, unknown>>,
    index: string | number,
    place: Place,
    depth = 0,
  ): NonNullable<Place['each']> {
    const items = block['for_each'] === undefined ? undefined : this.evaluate(block['for_each'], place, depth + 1);
    if (items === undefined) return { key: index, value: index };
    if (Array.isArray(items)) return { key: index, value: index };
    const known = isObject(items) && !isUnknown(items) && Object.hasOwn(items, String(index));
    return { key: index, value: known ? items[String(index)] : isUnknown(items) ? items : unknown([]) };
  }

  /** What the block itself says; the attributes that the provider computes stay unknown, under their address. */
  private attribute(block: Block, steps: readonly Step[], place: Place, depth: number): unknown {
    const { config } = place;
    const [first, ...rest] = steps;
    const instance = first !== undefined && typeof first !== 'string' ? first : undefined;
    const attribute = instance ? rest : steps;
    const name = key(attribute[0]);
    const isRepeated = 'for_each' in block.body || 'count' in block.body;
    const address = `${within(place, block.address)}${instance ? `[${JSON.stringify(instance.index)}]` : ''}`;
    const known = name === '' || (isRepeated && !instance) ? undefined : this.known(config.stack, address, name);
    if (known !== undefined) return inside(known, attribute.slice(1));
    const written = name === '' ? undefined : block.body[writtenAs(block, name)];
    if (written === undefined || isRepeated) return this.made([spell(block.address, steps)], place);
    const value = inside(
      this.evaluate(written, { config, ...(place.module && { module: place.module }) }, depth + 1),
      attribute.slice(1),
    );
    // Named by the block: from there the next reference is followed in turn.
    return isUnknown(value) && !value.sensitive ? this.made([spell(block.address, steps)], place) : value;
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
    const found = inside(this.evaluate(value, { config: other }, depth + 1), rest);
    return isUnknown(found) && found.stack === undefined ? found.with({ stack: other.stack }) : found;
  }

  /**
   * Unknown, made from those of the names that mean something in this stack.
   *
   * @param isWritten also where none does, it is no value that the provider chooses
   */
  private made(names: readonly string[], place: Place, isWritten = false): Unknown {
    const meant = names.filter((name) => {
      const [root = '', second = '', third = ''] = name.split(/[.[]/);
      if (['var', 'local', 'module'].includes(root)) return true;
      return place.config.block(root === 'data' ? `data.${second}.${third}` : `${root}.${second}`) !== undefined;
    });
    return unknown(meant.length > 0 || isWritten ? meant.map((name) => within(place, name)) : undefined);
  }
}
