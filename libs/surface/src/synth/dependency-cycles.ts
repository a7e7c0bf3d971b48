import type { DependencyCycle, DependencyStep } from '../model';
import { isObject } from '../terraform/unreadable';
import { comments } from './comments';
import { asList, type Block, type StackConfig } from './stack-config';
import { parseTemplate } from './template';

/** What needs itself in each stack, one cycle for each block that is in any. */
export function dependencyCycles(configs: readonly StackConfig[]): readonly DependencyCycle[] {
  return configs.flatMap((config) => {
    // First by all that looks like a name: nearly always there is no cycle even so, and nothing has to be parsed.
    const all = new Set(config.blocks.map(({ address }) => address));
    const suspects = leadingToCycles(graphOf(config, all, ANYWHERE));
    if (suspects.size === 0) return [];
    const needs = graphOf(config, suspects, IN_EXPRESSIONS);
    return cyclesIn(needs).map((steps) => {
      const { address } = steps[0];
      return { address, stack: config.stack, ...comments(config.block(address)?.body['//']), steps };
    });
  });
}

/** By address, what a block needs: address and argument of each. */
type Graph = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** The expressions of a text. */
type Reading = (text: string) => readonly string[];

const ANYWHERE: Reading = (text) => (text.includes('${') || text.includes('%{') ? [text] : []);

const IN_EXPRESSIONS: Reading = (text) =>
  parseTemplate(text)?.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.expression])) ?? ANYWHERE(text);

/** The blocks that are left when what needs no other is taken away again and again: those of cycles, and what needs them. */
function leadingToCycles(graph: Graph): ReadonlySet<string> {
  const left = new Map([...graph].map(([address, needs]) => [address, needs.size]));
  const neededBy = new Map<string, string[]>();
  for (const [address, needs] of graph) for (const needed of needs.keys()) listIn(neededBy, needed).push(address);
  const free = [...left].filter(([, count]) => count === 0).map(([address]) => address);
  for (const address of free) {
    left.delete(address);
    for (const other of neededBy.get(address) ?? []) {
      const count = (left.get(other) ?? 0) - 1;
      left.set(other, count);
      if (count === 0) free.push(other);
    }
  }
  return new Set(left.keys());
}

function listIn(lists: Map<string, string[]>, key: string): string[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

function graphOf(config: StackConfig, among: ReadonlySet<string>, read: Reading): Graph {
  const blocks = config.blocks.filter(({ address }) => among.has(address));
  return new Map(blocks.map((block) => [block.address, needsOf(block, config, among, read)]));
}

function needsOf(
  { body }: Block,
  config: StackConfig,
  among: ReadonlySet<string>,
  read: Reading,
): ReadonlyMap<string, string> {
  const needs = new Map<string, string>();
  const locals = new Set<string>();
  const visit = (value: unknown, argument: string): void => {
    if (typeof value === 'string') for (const text of read(value)) names(text, argument);
    else if (Array.isArray(value)) for (const item of value) visit(item, argument);
    else if (isObject(value)) for (const key in value) if (key !== '//') visit(value[key], argument);
  };
  const names = (text: string, argument: string): void => {
    for (const [name, root, second] of text.matchAll(NAME)) {
      if (among.has(name) && !needs.has(name)) needs.set(name, argument);
      if (root !== 'local' || second === undefined || locals.has(second)) continue;
      locals.add(second);
      visit(config.local(second), argument);
    }
  };
  for (const argument in body) {
    if (argument === 'depends_on') for (const name of asList(body[argument])) names(String(name), argument);
    else if (argument !== '//') visit(body[argument], argument);
  }
  return needs;
}

/** `aws_x.y`, `data.aws_x.y`, `local.z`. */
const NAME = /(?<![\w.-])(?:data\.)?([a-z]\w*)\.([A-Za-z_][\w-]*)/g;

/** The shortest way back to each block that is on none of the ways before. */
function cyclesIn(graph: Graph): (readonly [DependencyStep, ...DependencyStep[]])[] {
  const reported = new Set<string>();
  const cycles: (readonly [DependencyStep, ...DependencyStep[]])[] = [];
  for (const address of graph.keys()) {
    const [first, ...rest] = reported.has(address) ? [] : wayBack(graph, address);
    if (first === undefined) continue;
    cycles.push([first, ...rest]);
    for (const step of [first, ...rest]) reported.add(step.address);
  }
  return cycles;
}

function wayBack(graph: Graph, start: string): readonly DependencyStep[] {
  const ways = new Map<string, readonly DependencyStep[]>([[start, []]]);
  for (const [address, way] of ways) {
    for (const [next, argument] of graph.get(address) ?? []) {
      const steps = [...way, { address, argument }];
      if (next === start) return steps;
      if (!ways.has(next)) ways.set(next, steps);
    }
  }
  return [];
}
