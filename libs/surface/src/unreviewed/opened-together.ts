import type { PlannedChange } from '../changes/planned-change';
import { isEveryAddress, isMuchOfTheInternet } from '../difference/address-ranges';
import type { Comparison } from '../difference/comparison';
import type { Violation } from '../findings/rule';
import { groupBy } from '../group-by';
import { placeOf } from '../model/located';
import { isUnknown } from '../model/value';
import { listOf } from './leaves';
import { isPing, isWeb, networksOpened, portsInWords, type Network } from './networks';

/** What several rules of one security group open to the internet, which none of them does alone: `0.0.0.0/1` and `128.0.0.0/1`. */
export interface OpenedTogether {
  /** The new ones of them. */
  readonly by: readonly PlannedChange[];
  /** Absent: the group let in as much before. */
  readonly violation?: Violation;
}

const TYPES = ['aws_security_group_rule', 'aws_vpc_security_group_ingress_rule'];

export function openedTogether({ changesOf }: Comparison): readonly OpenedTogether[] {
  const changes = TYPES.flatMap(changesOf).filter(({ deposed }) => deposed === undefined);
  if (changes.length < 2) return [];
  const [before, after] = [rulesOf(changes, 'before'), rulesOf(changes, 'after')];
  const earlier = groupBy(before, ({ group }) => group);
  return [...groupBy(after, ({ group, ports }) => `${group} ${ports}`).values()].flatMap((rules) => {
    const parts = rules.filter(({ ranges }) => !isEveryAddress(ranges));
    const added = parts.filter(isAdded);
    const [first] = added;
    const ranges = parts.flatMap((each) => each.ranges);
    if (!first || !isMuchOfTheInternet(ranges)) return [];
    const was = [...groupBy(earlier.get(first.group) ?? [], ({ ports }) => ports).values()].map(asBlock);
    const [network] = networksOpened('aws_security_group', { ingress: was }, { ingress: [asBlock(parts)] });
    const by = added.map(({ change }) => change);
    if (!network) return [{ by }];
    // What one does alone is reported of it.
    const isByOne = added.length === 1 && isMuchOfTheInternet(first.ranges) && !isEveryAddress(ranges);
    return isByOne ? [] : [{ by, violation: found(added, network) }];
  });
}

/** One side of a rule. */
interface Rule {
  readonly change: PlannedChange;
  readonly group: string;
  readonly ports: string;
  readonly ranges: readonly string[];
}

function rulesOf(changes: readonly PlannedChange[], side: 'before' | 'after'): readonly Rule[] {
  return changes.flatMap((change) => {
    const values = change[side];
    if (!values || values['type'] === 'egress') return [];
    const ranges = RANGES.flatMap((name) => listOf(values[name])).filter((each) => typeof each === 'string');
    if (ranges.length === 0) return [];
    const id = values['security_group_id'];
    const group = isUnknown(id) ? (id.references?.join(' ') ?? placeOf(change)) : String(id);
    return [{ change, group: `${change.stack ?? ''} ${group}`, ports: JSON.stringify(portsOf(values)), ranges }];
  });
}

const RANGES = ['cidr_blocks', 'ipv6_cidr_blocks', 'cidr_ipv4', 'cidr_ipv6'];

const portsOf = (values: NonNullable<PlannedChange['after']>): object => ({
  protocol: values['protocol'] ?? values['ip_protocol'],
  from_port: values['from_port'],
  to_port: values['to_port'],
});

/** As the group itself would have them. */
const asBlock = (rules: readonly Rule[]): object => ({
  ...(JSON.parse(rules[0]?.ports ?? '{}') as object),
  cidr_blocks: rules.flatMap(({ ranges }) => ranges),
});

function isAdded({ change: { action, before }, ranges }: Rule): boolean {
  if (action === 'no-op' || action === 'forget') return false;
  const had = RANGES.flatMap((name) => listOf(before?.[name]));
  return ranges.some((each) => !had.includes(each));
}

const MOST = 4;

function found(added: readonly Rule[], network: Network): Violation {
  const { ranges, who } = network;
  const ports = portsInWords(network);
  const addresses = added.map(({ change }) => change.address);
  const shown = listed(ranges);
  const [first] = added as readonly [Rule, ...Rule[]];
  return {
    at: first.change,
    subject: addresses.length > 1 ? `${addresses[0]} and ${addresses.length - 1} more` : first.change.address,
    severity: isWeb(network) || isPing(network) ? 'medium' : 'high',
    message: `Anyone ${who === 'everyone' ? 'on the internet' : `in ${shown}`} can connect to ${ports} through ${listed(addresses)}: rules of one security group let in ${shown} together.`,
    of: added.flatMap((each) => each.ranges.map((range) => `${range} ${ports}`)),
  };
}

const listed = (all: readonly string[]): string =>
  all.length <= MOST ? all.join(', ') : `${all.slice(0, MOST).join(', ')} and ${all.length - MOST} more`;
