import type { Severity } from '../findings/finding';
import type { Violation } from '../findings/rule';
import { isMuchOfTheInternet } from '../difference/address-ranges';
import { BLOCK, type Unreviewed } from './changes';
import { hiddenHow, leavesOf, listOf, type Leaf } from './leaves';
import { isIngress, isPing, isWeb, networksOpened, portsInWords, type Network } from './networks';

/** What a change opens to the internet, by how its arguments are called and what they say: one finding. */
export function publicAccessIn(found: Unreviewed): readonly Violation[] {
  const { change } = found;
  if (BLOCK.test(change.type) && (change.action === 'delete' || change.after?.['state'] === 'unblocked'))
    return [unblocked(found)];
  const leaves = leavesOf(found);
  const openings = leaves.flatMap((leaf) => opens(leaf) ?? []);
  const networks = networksOpened(change.type, change.before, change.after);
  if (openings.length + networks.length > 0) return [opened(found, openings, networks)];
  return hidden(found, leaves);
}

interface Opening {
  readonly how: string;
  readonly of: string;
  readonly severity: Severity;
  /** The networks that alone get there. */
  readonly narrowed?: string;
}

function opened({ change }: Unreviewed, openings: readonly Opening[], networks: readonly Network[]): Violation {
  const { address } = change;
  const all = networks.map((network) => ({ network, shown: shownOf(network) }));
  const hows = [...openings.map(({ how }) => how), ...all.map(({ network, shown }) => `${network.path} has ${shown}`)];
  const ports = [...new Set(networks.map(portsInWords))].join(', ');
  const isEveryone =
    openings.some((each) => each.narrowed === undefined) || networks.some(({ who }) => who === 'everyone');
  const who = isEveryone
    ? 'Anyone on the internet'
    : `Anyone in ${openings[0]?.narrowed ?? all[0]?.shown ?? 'the internet'}`;
  const does =
    openings.length > 0 || !hasPorts(networks) ? `reach ${address}` : `connect to ${ports} through ${address}`;
  const severities = [...openings.map(({ severity }) => severity), ...networks.map(severityOf)];
  return {
    at: change,
    subject: address,
    severity: severities.includes('high') ? 'high' : 'medium',
    message: `${who} can ${does}: ${[...new Set(hows)].join(', ')}.`,
    of: [
      ...openings.map(({ of }) => of),
      ...all.map(({ network, shown }) =>
        hasPorts([network]) ? `${network.path} ${shown} ${portsInWords(network)}` : `${network.path} ${shown}`,
      ),
    ],
  };
}

const hasPorts = (networks: readonly Network[]): boolean =>
  networks.some(({ block, ports }) => ports.range !== undefined || 'protocol' in block || 'ip_protocol' in block);

/** The web is for everyone, and to answer a ping says little. */
const severityOf = (network: Network): Severity => (isWeb(network) || isPing(network) ? 'medium' : 'high');

const MOST = 4;

const shownOf = ({ ranges }: Network): string =>
  ranges.length <= MOST ? ranges.join(' and ') : `${ranges.slice(0, MOST).join(', ')} and ${ranges.length - MOST} more`;

function opens({ path, name, before, after, block }: Leaf): Opening | undefined {
  const opening = (shown: string): Opening => ({
    how: `${path} is ${shown}`,
    of: `${path} ${shown}`,
    severity: 'high',
    ...narrowedIn(block),
  });
  if (after === true && before !== true && isPublic(name)) return opening('true');
  if (after === false && before === true && BLOCKS.test(name)) return opening('false');
  if (name === 'vpc_options' && listOf(before).length > 0 && listOf(after).length === 0) return opening('removed');
  const value = listOf(after).find(
    (item) => typeof item === 'string' && PUBLIC_VALUE.test(item) && !TEXT.test(name) && !listOf(before).includes(item),
  );
  return typeof value === 'string' ? opening(value) : undefined;
}

/** A public endpoint that lets in some networks alone. */
function narrowedIn(block: Leaf['block']): { readonly narrowed?: string; readonly severity?: Severity } {
  const networks = Object.entries(block).flatMap(([name, value]) =>
    /public.*cidrs|allowed_cidrs/.test(name) ? listOf(value) : [],
  );
  const known = networks.filter((each): each is string => typeof each === 'string');
  return known.length === 0 || known.length < networks.length || isMuchOfTheInternet(known)
    ? {}
    : { narrowed: known.slice(0, MOST).join(', '), severity: 'medium' };
}

/** `publicly_accessible`, `endpoint_public_access`; an address alone lets nobody in. */
const isPublic = (name: string): boolean =>
  /(^|_)public(ly)?(_|$)|^AllowFromPublic$/.test(name) && !BLOCKS.test(name) && !/_ip(_|$|v)/.test(name);
const BLOCKS = /(^|_)(block|deny|disable|ignore|restrict|private)/;

const PUBLIC_VALUE = /^(public|public[-_]read([-_]write)?|internet-facing|service_provided_eips)$/i;
const TEXT = /name|description|path|prefix|label|key$/;

/** Arguments that say who gets in and are hidden. */
function hidden(found: Unreviewed, leaves: readonly Leaf[]): readonly Violation[] {
  const { change } = found;
  const seen = leaves.flatMap((leaf) => {
    const { path, name, after, block } = leaf;
    const isNetwork = /cidr|(^|_)ip_ranges?$|allowed_ips/.test(name) && isIngress(change.type, path, block);
    const how = isNetwork || /public_access|publicly_accessible/.test(name) ? hiddenHow(after, found) : undefined;
    return how === undefined ? [] : [{ how, path, isNetwork }];
  });
  const [first] = seen;
  if (!first) return [];
  const why = seen.some(({ how }) => how === 'secret') ? 'hidden as sensitive' : 'known only after the apply';
  const paths = seen.map(({ path }) => path);
  return [
    {
      at: change,
      subject: change.address,
      severity: why === 'hidden as sensitive' ? 'high' : 'medium',
      message: `The plan does not show who can ${first.isNetwork ? 'connect through' : 'reach'} ${change.address}: ${paths.join(', ')} is ${why}.`,
      remediation: SHOW,
      of: paths.map((path) => `${path} ${why}`),
    },
  ];
}

const SHOW =
  'Write it so that the plan shows it: a value that is known when the plan is made, and that is not sensitive.';

const unblocked = ({ change }: Unreviewed): Violation => ({
  at: change,
  subject: change.address,
  message: `Nothing keeps this account from sharing with everyone any more: ${change.address} is ${change.after ? 'unblocked' : 'deleted'}.`,
  of: [change.after ? 'state unblocked' : 'deleted'],
  remediation: 'Keep the block, and share with accounts by their number.',
});
