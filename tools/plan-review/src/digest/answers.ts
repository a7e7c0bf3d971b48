import type { Lines } from './lines';
import type { Meaning } from './meaning';
import { fieldsOf, isObject, objectsIn, withoutKeys, type Fields } from './values';

/** Data sources, from the root module. */
interface Asked {
  /** What of them counts: `data.aws_x.y.arn`. */
  readonly named: ReadonlySet<string>;
  /** All of these counts. */
  readonly whole: ReadonlySet<string>;
}

/**
 * What data sources answered that were read for the plan, as far as the configuration names it: another answer goes into
 * values that are only known after the apply, and into programs that run.
 */
export function addAnswers(priorState: unknown, { named, whole }: Asked, meaning: Meaning, lines: Lines): void {
  if (named.size + whole.size === 0) return;
  const sources = dataIn(priorState);
  const asked = [...mostSpecific(named).map(split), ...[...whole].sort().map((source) => ({ source, path: [] }))];
  for (const { source, path } of asked) {
    for (const { address, values, sensitive_values: sensitive } of sources.get(source) ?? []) {
      const value = path.reduce<unknown>((at, step) => fieldsOf(at)[step], values);
      const marks = path.reduce<unknown>((at, step) => (at === true ? true : fieldsOf(at)[step]), sensitive);
      lines.add(String(address), ['answer', ...path].join('.'), meaning.value(value, { sensitive: [marks] }));
    }
  }
}

/** `a.b` says nothing next to `a.b.c`. */
function mostSpecific(named: ReadonlySet<string>): readonly string[] {
  const sorted = [...named].sort();
  return sorted.filter((reference, at) => {
    const next = sorted[at + 1];
    return next === undefined || !(next.startsWith(`${reference}.`) || next.startsWith(`${reference}[`));
  });
}

function split(reference: string): { readonly source: string; readonly path: readonly string[] } {
  const [, source = '', rest = ''] = /^((?:module\.[^.]+\.)*data\.[^.[]+\.[^.[]+)(.*)$/.exec(reference) ?? [];
  // An instance is one of all; below a key everything counts.
  const plain = rest.replace(/^\[(?:"(?:[^"\\]|\\.)*"|[^\]]*)\]/, '');
  const path =
    plain
      .split('[')[0]
      ?.split('.')
      .filter((step) => step !== '') ?? [];
  return { source, path };
}

function dataIn(priorState: unknown): ReadonlyMap<string, readonly Fields[]> {
  const found = new Map<string, Fields[]>();
  const open: unknown[] = [fieldsOf(fieldsOf(priorState)['values'])['root_module']];
  while (open.length > 0) {
    const module = open.pop();
    if (!isObject(module)) continue;
    open.push(...objectsIn(module['child_modules']));
    for (const resource of objectsIn(module['resources'])) {
      if (resource['mode'] !== 'data') continue;
      const source = withoutKeys(String(resource['address']));
      const known = found.get(source);
      if (known) known.push(resource);
      else found.set(source, [resource]);
    }
  }
  for (const each of found.values()) each.sort((a, b) => (String(a['address']) < String(b['address']) ? -1 : 1));
  return found;
}
