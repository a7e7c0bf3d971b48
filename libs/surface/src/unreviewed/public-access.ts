import type { PlannedChange } from '../changes/planned-change';
import type { Violation } from '../findings/rule';
import { leavesOf, type Leaf } from './leaves';

/** What a change opens to the internet, by how its arguments are called and what they say. */
export const publicAccessIn = (change: PlannedChange): readonly Violation[] =>
  leavesOf(change).flatMap((leaf) => {
    const how = opens(change, leaf);
    return how === undefined
      ? []
      : [{ at: change, subject: change.address, after: `${leaf.path} = ${how.shown}`, ...said(change, leaf, how) }];
  });

interface Opening {
  readonly shown: string;
  readonly severity?: 'medium';
  readonly network?: boolean;
}

const said = ({ address }: PlannedChange, { path }: Leaf, { network, severity, shown }: Opening) => ({
  message: network
    ? `Anyone on the internet can connect to what has ${address}: ${path} has ${shown}.`
    : `Anyone on the internet can reach ${address}: ${path} is ${shown}.`,
  of: [`${path} ${shown}`],
  ...(severity && { severity }),
});

function opens(change: PlannedChange, leaf: Leaf): Opening | undefined {
  const { path, before, after } = leaf;
  const name = path.split('.').at(-1) ?? '';
  if (after === true && before !== true && isPublic(name)) return { shown: 'true' };
  if (after === false && before === true && BLOCKS.test(name)) return { shown: 'false' };
  const added = listOf(after).filter((item) => !listOf(before).includes(item));
  const value = added.find((item) => typeof item === 'string' && PUBLIC_VALUE.test(item));
  if (typeof value === 'string' && !TEXT.test(name)) return { shown: value };
  const everywhere = added.find((item) => item === '0.0.0.0/0' || item === '::/0');
  if (typeof everywhere !== 'string' || !isIngress(change, leaf)) return undefined;
  return { shown: everywhere, network: true, ...(isWeb(leaf) && { severity: 'medium' as const }) };
}

/** `publicly_accessible`, `endpoint_public_access`; an address alone lets nobody in. */
const isPublic = (name: string): boolean =>
  /(^|_)public(ly)?(_|$)/.test(name) && !BLOCKS.test(name) && !/_ip(_|$|v)/.test(name);
const BLOCKS = /(^|_)(block|deny|disable|ignore|restrict|private)/;
const PUBLIC_VALUE = /^(public|public-read|public-read-write|internet-facing)$/i;
const TEXT = /name|description|path|prefix|label|key$/;

function isIngress({ type }: PlannedChange, { path, block }: Leaf): boolean {
  const where = `${type}.${path}`;
  if (/egress|outbound|network_acl/.test(where) || block['type'] === 'egress' || block['egress'] === true) return false;
  return /ingress|inbound|public_access_cidrs|allow(ed|list)?_|source_(cidr|ip|range)|security_group/.test(where);
}

/** The web is what such a rule is for. */
const isWeb = ({ block }: Leaf): boolean =>
  block['from_port'] === block['to_port'] && (block['from_port'] === 80 || block['from_port'] === 443);

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);
