import { isIP } from 'node:net';

/** Addresses at the borders of ranges: if any address is in some of the ranges and not in others, one of these is. */
export const addressesAround = (ranges: readonly string[]): string[] => [
  ...ranges.flatMap(borders),
  '203.0.113.77',
  '2001:db8::77',
];

function borders(text: string): string[] {
  const range = rangeOf(text);
  if (!range) return [];
  const { family, first, last } = range;
  const most = (1n << BigInt(family === 6 ? 128 : 32)) - 1n;
  return [first, last, first - 1n, last + 1n]
    .filter((each) => each >= 0n && each <= most)
    .map((each) => textOf(each, family));
}

/** A range of addresses, as numbers. */
export interface AddressRange {
  readonly family: 4 | 6;
  readonly first: bigint;
  readonly last: bigint;
}

/** An address, or a range in CIDR notation, whatever bits of the host it has; nothing for any other text. */
export function rangeOf(text: string): AddressRange | undefined {
  const [address = '', prefix] = text.split('/');
  const family = isIP(address);
  const bits = family === 6 ? 128 : 32;
  if (family === 0 || !/^\d{1,3}$/.test(prefix ?? '0') || Number(prefix ?? 0) > bits) return undefined;
  const size = 1n << BigInt(bits - Number(prefix ?? bits));
  const first = (numberOf(address) / size) * size;
  return { family: family as 4 | 6, first, last: first + size - 1n };
}

function numberOf(address: string): bigint {
  if (isIP(address) === 4) return address.split('.').reduce((sum, part) => sum * 256n + BigInt(part), 0n);
  return groupsOf(address).reduce((sum, group) => sum * 65_536n + BigInt(group), 0n);
}

function groupsOf(address: string): number[] {
  const dotted = /(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address);
  const [a = 0, b = 0, c = 0, d = 0] = (dotted?.slice(1) ?? []).map(Number);
  const plain = dotted
    ? address.replace(dotted[0], `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`)
    : address;
  const [head = '', tail] = plain.split('::').map((side) => side.replace(/%.*$/, ''));
  const groups = (side: string) => (side === '' ? [] : side.split(':').map((group) => parseInt(group, 16)));
  const after = tail === undefined ? [] : groups(tail);
  const before = groups(head);
  return [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after];
}

function textOf(address: bigint, family: number): string {
  const [count, bits, radix, separator] = family === 6 ? [8, 16n, 16, ':'] : [4, 8n, 10, '.'];
  const mask = (1n << bits) - 1n;
  return Array.from({ length: count }, (_, at) =>
    ((address >> (bits * BigInt(count - 1 - at))) & mask).toString(radix),
  ).join(separator);
}
