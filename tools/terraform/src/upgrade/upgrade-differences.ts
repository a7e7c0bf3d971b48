/** Terraform JSON of a stack. */
export interface Synthesized {
  readonly resource?: Blocks;
  readonly data?: Blocks;
  readonly moved?: readonly { readonly from: string; readonly to: string }[];
}

type Blocks = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;

/**
 * What a stack that is deployed meets when another version synthesizes it: resources that go (`- address`) or come (`+ address`), and
 * arguments of others that are no longer what they were (`address argument`). A resource that moves is the same one.
 */
export function upgradeDifferences(before: Synthesized, after: Synthesized): string[] {
  const moves = new Map((after.moved ?? []).map(({ from, to }) => [from, to]));
  const was = new Map([...blocksOf(before)].map(([address, block]) => [moves.get(address) ?? address, block]));
  const is = blocksOf(after);
  const addresses = [...new Set([...was.keys(), ...is.keys()])].sort();
  return addresses.flatMap((address) => {
    const [old, now] = [was.get(address), is.get(address)];
    if (!old) return [`+ ${address}`];
    if (!now) return [`- ${address}`];
    const names = [...new Set([...Object.keys(old), ...Object.keys(now)])].sort();
    return names
      .filter((name) => name !== '//' && JSON.stringify(sorted(old[name])) !== JSON.stringify(sorted(now[name])))
      .map((name) => `${address} ${name}`);
  });
}

function blocksOf({ resource = {}, data = {} }: Synthesized): Map<string, Readonly<Record<string, unknown>>> {
  const of = (blocks: Blocks, prefix: string) =>
    Object.entries(blocks).flatMap(([type, named]) =>
      Object.entries(named).map(([name, block]) => [`${prefix}${type}.${name}`, block] as const),
    );
  return new Map([...of(resource, ''), ...of(data, 'data.')]);
}

/** Without comments, and whatever the order of keys. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => key !== '//');
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, sorted(each)]));
}
