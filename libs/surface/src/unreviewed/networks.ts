import { rangeOf } from '@gatehouse/policy';
import { isEveryAddress, isMuchOfTheInternet } from '../difference/address-ranges';
import { groupBy } from '../group-by';
import { isUnknown } from '../model/value';
import { isObject } from '../terraform/unreadable';

type Block = Readonly<Record<string, unknown>>;

/** A network that may connect, and to what. */
export interface Network {
  /** `ingress.cidr_blocks` */
  readonly path: string;
  readonly ranges: readonly string[];
  /** 4 or 6. */
  readonly family: number | undefined;
  /** `everyone`: all addresses; `many`: more than anyone has. */
  readonly who: 'everyone' | 'many';
  readonly ports: Ports;
  readonly block: Block;
}

/** Absent: all of them. */
export interface Ports {
  /** @default - any */
  readonly protocol?: string;
  readonly range?: readonly [from: number, to: number];
}

/** Networks of the internet that afterwards may connect, to ports to which they could not before. */
export function networksOpened(type: string, before: Block | undefined, after: Block | undefined): readonly Network[] {
  const now = networksIn(type, after);
  if (now.length === 0) return [];
  const was = networksIn(type, before);
  return now.filter((network) => {
    const wider = was.filter(
      ({ family, who }) => family === network.family && (who === 'everyone' || who === network.who),
    );
    return !isCovered(
      network.ports,
      wider.map(({ ports }) => ports),
    );
  });
}

function networksIn(type: string, values: Block | undefined): readonly Network[] {
  const found: Network[] = [];
  const walk = (path: string, value: unknown, block: Block): void => {
    const texts = (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string');
    const ranges = texts.filter((text) => text.includes('/') && rangeOf(text) !== undefined);
    if (ranges.length > 0) {
      if (isIngress(type, path, block)) found.push(...networksOf(path, ranges, block));
    } else if (Array.isArray(value)) {
      for (const item of value) walk(path, item, block);
    } else if (isObject(value) && !isUnknown(value)) {
      for (const [key, item] of Object.entries(value)) walk(`${path}.${key}`, item, value);
    }
  };
  for (const [name, value] of Object.entries(values ?? {})) if (!/^tags/.test(name)) walk(name, value, values ?? {});
  return found;
}

const networksOf = (path: string, all: readonly string[], block: Block): readonly Network[] =>
  [...groupBy(all, (each) => rangeOf(each)?.family)].flatMap(([family, ranges]) => {
    if (!isMuchOfTheInternet(ranges)) return [];
    const who = isEveryAddress(ranges) ? ('everyone' as const) : ('many' as const);
    return [{ path, ranges, family, who, ports: portsOf(block), block }];
  });

/** Whether a network in an argument is one that comes in. */
export function isIngress(type: string, path: string, block: Block): boolean {
  const where = `${type}.${path}`;
  if (/egress|outbound|network_acl/.test(where) || block['type'] === 'egress' || block['egress'] === true) return false;
  return /ingress|inbound|public_|allow(ed|list)?_|source_(cidr|ip|range)|security_group|prefix_list/.test(where);
}

function portsOf(block: Block): Ports {
  const [protocol, from, to] = [
    block['protocol'] ?? block['ip_protocol'],
    block['from_port'] ?? block['port'],
    block['to_port'] ?? block['port'],
  ];
  const isAny = typeof protocol !== 'string' || protocol === '-1' || /^all$/i.test(protocol);
  if (isAny && typeof protocol === 'string') return {};
  return {
    ...(isAny ? {} : { protocol: protocol.toLowerCase() }),
    ...(typeof from === 'number' && typeof to === 'number' && from !== -1 ? { range: [from, to] as const } : {}),
  };
}

function isCovered({ protocol, range }: Ports, had: readonly Ports[]): boolean {
  const same = had.filter((each) => each.protocol === undefined || each.protocol === protocol);
  if (same.some((each) => each.range === undefined)) return true;
  if (range === undefined) return false;
  let next = range[0];
  for (const [from, to] of same.flatMap((each) => (each.range ? [each.range] : [])).sort(([a], [b]) => a - b))
    if (from <= next) next = Math.max(next, to + 1);
  return next > range[1];
}

/** The web is what such a rule is for. */
export const isWeb = ({ ports: { protocol, range } }: Network): boolean =>
  (protocol === undefined || protocol === 'tcp' || protocol === '6') &&
  range !== undefined &&
  range[0] === range[1] &&
  (range[0] === 80 || range[0] === 443);

export const isPing = ({ ports: { protocol } }: Network): boolean => /^(icmp(v6)?|1|58)$/.test(protocol ?? '');

/** `port 22`, `ports 0 to 1023 of UDP` */
export function portsInWords({ ports: { protocol, range } }: Network): string {
  if (/^(icmp(v6)?|1|58)$/.test(protocol ?? '')) return 'ICMP';
  const of = protocol === undefined || protocol === 'tcp' ? '' : ` of ${protocol.toUpperCase()}`;
  if (range === undefined || (range[0] === 0 && range[1] === 65_535)) return `all ports${of}`;
  return range[0] === range[1] ? `port ${range[0]}${of}` : `ports ${range[0]} to ${range[1]}${of}`;
}
