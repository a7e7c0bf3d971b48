import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One argument of a resource as its binding declares it. */
export interface Argument {
  readonly required: boolean;
  /** A block is only `block` or `block[]`: its arguments are listed by themselves. */
  readonly type: string;
}

/** Arguments by their path in Terraform, e.g. `schema.attribute_data_type`. */
export type Arguments = ReadonlyMap<string, Argument>;

/**
 * Reads the arguments of one Terraform type from its prebuilt binding in node_modules.
 *
 * @param block where it stands in synthesized JSON: `resource`, `data` or `provider`
 * @returns undefined when the bindings have no such type
 */
export function bindingOf(folder: string, block: string, type: string): Arguments | undefined {
  const name = block === 'provider' ? 'provider' : type.replace(/^aws_/, '').replaceAll('_', '-');
  const directory = block === 'data' ? `data-aws-${name}` : name;
  const file = join(folder, 'node_modules/@cdktf/provider-aws/lib', directory, 'index.d.ts');
  return existsSync(file) ? argumentsOf(readFileSync(file, 'utf8')) : undefined;
}

interface Property extends Argument {
  readonly name: string;
  readonly block?: string;
}

/** Reads a generated declaration file. Its first interface is the resource's own, the others are blocks. */
export function argumentsOf(declarations: string): Arguments {
  const bodies = new Map(
    [...declarations.matchAll(/^export interface (\w+)[^{]*\{\n(.*?)^\}/gms)].map(
      ([, name = '', body = '']) => [name, body] as const,
    ),
  );
  const [root] = bodies.keys();
  return new Map(root === undefined ? [] : pathsBelow(root, bodies, []));
}

function pathsBelow(
  name: string,
  bodies: ReadonlyMap<string, string>,
  parents: readonly { name: string; path: string }[],
): [string, Argument][] {
  // A rule that can hold rules, as in WAF, would have no end.
  if (parents.some((parent) => parent.name === name)) return [];
  const prefix = parents.length === 0 ? '' : `${parents.at(-1)?.path}.`;
  return properties(bodies.get(name) ?? '', bodies).flatMap(({ name: own, block, required, type }) => {
    const path = `${prefix}${own}`;
    const inner = block === undefined ? [] : pathsBelow(block, bodies, [...parents, { name, path }]);
    return [[path, { required, type }] as [string, Argument], ...inner];
  });
}

/** The link to the provider's documentation ends with the argument's name in Terraform. */
const PROPERTY = /#(\w+) \w+#\w+\}(?:(?!\*\/).)*\*\/\s*readonly \w+(\??): ([^;]+);/gs;

function properties(body: string, bodies: ReadonlyMap<string, string>): Property[] {
  return [...body.matchAll(PROPERTY)].map(([, name = '', optional, declared = '']) => {
    const block = /^\w+/.exec(declared)?.[0] ?? '';
    const known = bodies.has(block);
    const type = known ? declared.replace(/^\w+/, 'block') : declared;
    const required = optional === '';
    return { name, required, type: type.replace(/ \| cdktf\.IResolvable$/, ''), ...(known && { block }) };
  });
}
