import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A type of the AWS provider that synthesized stacks use. */
export interface UsedType {
  readonly block: 'resource' | 'data' | 'provider';
  readonly type: string;
  /** As in a Terraform address: `aws_iam_role`, `data.aws_region`, `provider.aws`. */
  readonly name: string;
  /** Paths of the arguments that any stack writes, e.g. `schema.name`. */
  readonly written: ReadonlySet<string>;
}

/** Every AWS type in the stacks of `<folder>/<app>/cdktf.out`, by name. */
export function usedTypes(folder: string): UsedType[] {
  const types = new Map<string, UsedType & { written: Set<string> }>();
  for (const { block, type, body } of stacksIn(folder).flatMap(blocks)) {
    const name = block === 'resource' ? type : `${block}.${type}`;
    const used = types.get(name) ?? { block, type, name, written: new Set<string>() };
    for (const path of writtenPaths(body)) used.written.add(path);
    types.set(name, used);
  }
  return [...types.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
}

type Stack = Partial<Record<UsedType['block'], Record<string, unknown>>>;

function stacksIn(folder: string): Stack[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /cdktf\.out[\\/]stacks[\\/][^\\/]+[\\/]cdk\.tf\.json$/.test(file))
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Stack);
}

function blocks(stack: Stack): { block: UsedType['block']; type: string; body: unknown }[] {
  return (['resource', 'data', 'provider'] as const).flatMap((block) =>
    Object.entries(stack[block] ?? {})
      .filter(([type]) => type === 'aws' || type.startsWith('aws_'))
      .flatMap(([type, named]) => {
        const bodies = Array.isArray(named) ? named : Object.values(named as object);
        return bodies.map((body: unknown) => ({ block, type, body }));
      }),
  );
}

function writtenPaths(value: unknown, prefix = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => writtenPaths(each, prefix));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([name]) => name !== '//')
    .flatMap(([name, inner]) => [`${prefix}${name}`, ...writtenPaths(inner, `${prefix}${name}.`)]);
}
