import type provider from '../../verdicts/provider/arguments.json';

/** The arguments of a type, nested ones dotted and the blocks that they are in; empty: it is not known here. */
export function knownArguments(type: string): readonly string[] {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- large, and only a policy of a team needs it
  const { arguments: all } = require('../../verdicts/provider/arguments.json') as typeof provider;
  const text = Object.hasOwn(all, type) ? (all as Readonly<Record<string, string>>)[type] : undefined;
  const paths = (text ?? '').split(' ').filter(Boolean);
  const blocks = paths.flatMap((path) => path.split('.').map((_, index, parts) => parts.slice(0, index).join('.')));
  return [...new Set([...paths, ...blocks])].filter(Boolean);
}
