import type { Unknown } from '../model';
import { isUnknown } from '../model/value';
import { Encoded } from './encoded';
import type { Expression, For } from './expression';
import { callFunction } from './functions';
import { inside, isScalar, namesIn, type Step } from './names';
import { operate } from './operate';
import type { Place } from './place';
import { renderedFile } from './render-file';

/** What names and texts in an expression stand for. */
interface Names {
  readonly template: (text: string, place: Place, depth: number) => unknown;
  readonly traversal: (root: string, steps: readonly Step[], place: Place, depth: number) => unknown;
  readonly made: (names: readonly string[], place: Place, isWritten?: boolean) => Unknown;
}

/** Values of parsed expressions. */
export class ExpressionValues {
  constructor(private readonly names: Names) {}

  /** Undefined: not known. */
  value(expression: Expression, place: Place, depth: number): unknown {
    switch (expression.kind) {
      case 'literal':
        return expression.value;
      case 'template':
        return this.names.template(expression.text, place, depth);
      case 'list':
        return this.all(expression.items, place, depth);
      case 'object':
        return this.object(expression.entries, place, depth);
      case 'call':
        return this.call(expression.name, expression.args, place, depth);
      case 'traversal':
        return this.traversal(expression.root, expression.path, place, depth);
      case 'index': {
        const steps = this.steps(expression.path, place, depth);
        return steps && inside(this.value(expression.of, place, depth), steps);
      }
      case 'condition': {
        const test = this.value(expression.test, place, depth);
        return typeof test === 'boolean' ? this.value(test ? expression.yes : expression.no, place, depth) : undefined;
      }
      case 'operation':
        return operate(
          expression.operator,
          expression.sides.map((side) => this.value(side, place, depth)),
        );
      case 'for':
        return this.loop(expression, place, depth);
    }
  }

  /** What is not known of them is unknown in its place. */
  private all(expressions: readonly Expression[], place: Place, depth: number): unknown[] {
    return expressions.map((each) => this.value(each, place, depth) ?? this.names.made(namesIn(each), place, true));
  }

  private object(entries: readonly (readonly [Expression, Expression])[], place: Place, depth: number): unknown {
    const keys = entries.map(([key]) => this.value(key, place, depth));
    const values = this.all(
      entries.map(([, value]) => value),
      place,
      depth,
    );
    return keys.every(isScalar) ? Object.fromEntries(keys.map((key, index) => [key, values[index]])) : undefined;
  }

  private call(name: string, args: readonly Expression[], place: Place, depth: number): unknown {
    if (name === 'file' || name === 'templatefile') {
      const [path, variables] = this.all(args, place, depth);
      return renderedFile(place, path, variables, (text, names) =>
        this.names.template(text, { config: place.config, names }, depth + 1),
      );
    }
    if (name === 'try' || name === 'coalesce') {
      const [first, ...others] = args;
      const value = first && this.value(first, place, depth);
      const passes = name === 'coalesce' && (value === null || value === '') && others.length > 0;
      return passes ? this.call(name, others, place, depth) : value;
    }
    return callFunction(name, this.all(args, place, depth));
  }

  private loop({ names, items, key, value, test }: For, place: Place, depth: number): unknown {
    const all = this.value(items, place, depth);
    if (typeof all !== 'object' || all === null || isUnknown(all) || all instanceof Encoded) return undefined;
    const pairs: [string | number, unknown][] = Array.isArray(all)
      ? all.map((item, at) => [at, item])
      : Object.entries(all);
    const made: [unknown, unknown][] = [];
    for (const [at, item] of pairs) {
      const [first = '', second] = names;
      const bound = second === undefined ? { [first]: item } : { [first]: at, [second]: item };
      const inner = { ...place, names: { ...place.names, ...bound } };
      const holds = test === undefined || this.value(test, inner, depth + 1);
      if (typeof holds !== 'boolean') return undefined;
      if (!holds) continue;
      made.push([key && this.value(key, inner, depth + 1), ...this.all([value], inner, depth + 1)] as [
        unknown,
        unknown,
      ]);
    }
    if (!key) return made.map(([, each]) => each);
    return made.every(([name]) => isScalar(name)) ? Object.fromEntries(made) : undefined;
  }

  private steps(path: readonly (string | Expression)[], place: Place, depth: number): readonly Step[] | undefined {
    const steps = path.map((step) => (typeof step === 'string' ? step : { index: this.value(step, place, depth) }));
    return steps.every((step) => typeof step === 'string' || isScalar(step.index)) ? (steps as Step[]) : undefined;
  }

  private traversal(root: string, path: readonly (string | Expression)[], place: Place, depth: number): unknown {
    const steps = this.steps(path, place, depth);
    return steps && this.names.traversal(root, steps, place, depth);
  }
}
