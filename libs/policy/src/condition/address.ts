import { BlockList, isIP } from 'node:net';

export const isAddress = (value: string): boolean => isIP(value) !== 0;

/** An address, or a range in CIDR notation. */
export function isRange(value: string): boolean {
  const { address, prefix, most } = partsOf(value);
  return isAddress(address) && /^\d{1,3}$/.test(prefix) && Number(prefix) <= most;
}

export function within(address: string, range: string): boolean {
  const { address: network, prefix } = partsOf(range);
  // A BlockList has IPv4 addresses in ::/0.
  if (isIP(address) !== isIP(network)) return false;
  const list = new BlockList();
  list.addSubnet(network, Number(prefix), family(network));
  return list.check(address, family(address));
}

const family = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

function partsOf(range: string): { address: string; prefix: string; most: number } {
  const slash = range.indexOf('/');
  const address = slash < 0 ? range : range.slice(0, slash);
  const most = isIP(address) === 6 ? 128 : 32;
  return { address, prefix: slash < 0 ? String(most) : range.slice(slash + 1), most };
}
