import { isUnknown, unknown } from '../model/value';
import { isObject } from '../terraform/unreadable';
import { Evaluator, type Known } from './evaluator';
import type { ModuleCode } from './module-code';
import type { Place } from './place';
import { asList, StackConfig, type Block } from './stack-config';
import { structuredJson } from './structured-json';

/** Where a resource is written: the block, and the instance of a `count` or `for_each`. */
export interface Address {
  /** `module.api["blue"]`; empty in the root module. */
  readonly module: string;
  /** `aws_x.y` or `data.aws_x.y`. */
  readonly name: string;
  /** Of its `count` or `for_each`. */
  readonly key?: string | number;
}

/** What the code of several stacks says of single arguments, instance by instance. */
export class WrittenValues {
  private readonly roots: ReadonlyMap<string, StackConfig>;
  private readonly evaluator: Evaluator;
  /** Modules that resources are in and whose code is not there, by stack. */
  readonly unread = new Map<string, Set<string>>();

  /**
   * @param code by stack
   * @param known attributes that something else knows
   */
  constructor(code: Readonly<Record<string, ModuleCode>>, known: Known) {
    this.roots = new Map(
      Object.entries(code).map(([stack, { content, ...more }]) => [
        stack,
        new StackConfig({ terraform: {}, ...content }, stack, `code of ${stack}`, more),
      ]),
    );
    this.evaluator = new Evaluator([...this.roots.values()], known);
  }

  /** Undefined: the code does not have it, or leaves it out. */
  argument(stack: string, address: Address, name: string): unknown {
    const outer = this.placeOf(stack, address.module);
    const block = outer?.config.block(address.name);
    if (!outer || !block) return undefined;
    const place: Place =
      address.key === undefined ? outer : { ...outer, each: this.evaluator.eachOf(block.body, address.key, outer) };
    const written = block.body[name];
    if (written !== undefined) return structuredJson(name, written, (value) => this.evaluator.evaluate(value, place));
    return this.dynamicBlocks(block, name, place);
  }

  private placeOf(stack: string, address: string): Place | undefined {
    const root = this.roots.get(stack);
    if (!root) return undefined;
    let place: Place | undefined = { config: root };
    for (const [, name = '', key] of address.matchAll(MODULE)) {
      const inner: Place | undefined =
        place && this.evaluator.moduleOf(name, key === undefined ? undefined : parsed(key), place);
      if (!inner) {
        this.unread.set(stack, (this.unread.get(stack) ?? new Set<string>()).add(address));
        return undefined;
      }
      place = inner;
    }
    return place;
  }

  /** @see https://developer.hashicorp.com/terraform/language/expressions/dynamic-blocks */
  private dynamicBlocks({ body }: Block, name: string, place: Place): unknown {
    const dynamic = asList(body['dynamic'])
      .filter(isObject)
      .flatMap((blocks) => asList(blocks[name]))
      .filter(isObject);
    if (dynamic.length === 0) return undefined;
    return dynamic.flatMap(({ content, for_each: forEach, iterator }) => {
      const items = this.evaluator.evaluate(forEach, place);
      const [inner] = asList(content);
      if (typeof items !== 'object' || items === null || isUnknown(items)) return [unknown([])];
      const itself = typeof iterator === 'string' ? iterator.replace(/^\$\{|\}$/g, '') : name;
      return Object.entries(items).map(([key, value]) => {
        const names = {
          ...place.names,
          [itself]: { key: Array.isArray(items) ? value : key, value: value as unknown },
        };
        return structuredJson(name, inner, (each) => this.evaluator.evaluate(each, { ...place, names }));
      });
    });
  }
}

const MODULE = /module\.([^.[]+)(?:\[("(?:[^"\\]|\\.)*"|\d+)\])?/g;

const parsed = (key: string): string | number => JSON.parse(key) as string | number;
