import { type Plan } from './plans';

/** Values that a reader may meet in a damaged or hostile plan. */
const JUNK: readonly unknown[] = [
  ...[null, true, false, 0, -1, 1e308, '', 'x', '\u0000', '__proto__', 'a'.repeat(10_000)],
  ...[[], {}, [[]], [null], [{}], { a: { b: 1 } }, ['a', 1, null, {}]],
  ...[{ unknown: true }, { unknown: true, sensitive: true, references: 5 }, { unknown: true, references: [1, {}] }],
  JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"hasOwnProperty":2}'),
  ...['{', '{"a":', '[]', '{}', '{"Statement":5}', 'openapi: [', '%YAML 9', '${stageVariables', 'arn:', 'https://[::1'],
  '{"Statement":[{"Effect":{},"Action":{"a":1},"Resource":5,"Principal":[{}],"Condition":{"x":5}}]}',
  '{"paths":{"/x":{"get":5},"y":[]},"security":5}',
  '(((((((((((((((((((a+)+)+)+)+$',
];

/** Puts junk into one to three places of a plan, or takes something out; the same for the same seed. */
export function scramble(plan: Plan, seed: number): { readonly plan: Plan; readonly edits: readonly string[] } {
  const random = randomOf(seed);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  const edits = Array.from({ length: 1 + Math.floor(random() * 3) }, () => {
    const places = placesIn(startOf(plan, random));
    if (places.length === 0) return 'nothing';
    const [parent, key] = pick(places);
    const roll = random();
    if (roll < 0.15) {
      if (Array.isArray(parent)) parent.splice(Number(key), 1);
      else Reflect.deleteProperty(parent, key);
      return `without ${key}`;
    }
    const [other, otherKey] = pick(places);
    const junk = pick(JUNK);
    parent[key] = roll < 0.25 ? other[otherKey] : structuredClone(junk);
    return roll < 0.25 ? `${key} = what is at ${otherKey}` : `${key} = ${String(JSON.stringify(junk)).slice(0, 80)}`;
  });
  // As text once more: a place may hold itself now.
  return { plan: JSON.parse(withoutCircles(plan)) as Plan, edits };
}

type Node = Record<string, unknown>;

/** Mostly one change, sometimes all of the plan. */
function startOf(plan: Plan, random: () => number): unknown {
  const { resource_changes: changes = [] } = plan;
  return random() < 0.7 && changes.length > 0 ? changes[Math.floor(random() * changes.length)] : plan;
}

/** Every place below, to a depth that no plan's own values have. */
function placesIn(root: unknown): [Node, string][] {
  const found: [Node, string][] = [];
  const visit = (node: unknown, depth: number): void => {
    if (typeof node !== 'object' || node === null || depth > 14) return;
    for (const key of Object.keys(node)) {
      found.push([node as Node, key]);
      visit((node as Node)[key], depth + 1);
    }
  };
  visit(root, 0);
  return found;
}

function withoutCircles(value: unknown): string {
  const above = new Set<unknown>();
  const copy = (node: unknown): unknown => {
    if (typeof node !== 'object' || node === null) return node;
    if (above.has(node)) return null;
    above.add(node);
    const made = Array.isArray(node)
      ? node.map(copy)
      : Object.fromEntries(Object.entries(node).map(([key, each]) => [key, copy(each)]));
    above.delete(node);
    return made;
  };
  return JSON.stringify(copy(value));
}

/** mulberry32: small, and good enough to choose places. */
function randomOf(seed: number): () => number {
  let state = seed + 0x6d2b79f5;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
