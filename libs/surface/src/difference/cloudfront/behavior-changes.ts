import type { Found } from '../../findings/violations';
import type { PlannedChange } from '../../changes/planned-change';
import type { Comparison } from '../comparison';
import { behaviorsOf, isBucket, originsOf, type Behavior } from './behaviors';
import { cachingOf, keptMore } from './caching';
import { readByMore, responseHeadersOf } from './response-headers';

/** What requests for some paths get that they did not. A behavior that is new took them over from that of all paths. */
export function behaviorChanges(change: PlannedChange, name: string, comparison: Comparison): readonly Found[] {
  const { after = {}, before = {} } = change;
  const had = behaviorsOf(before);
  const [from, to] = [originsOf(before), originsOf(after)];
  return [...behaviorsOf(after).values()].flatMap((now) => {
    const was = had.get(now.path) ?? had.get('*');
    if (was === undefined || (!had.has(now.path) && was.origin !== now.origin)) return [];
    const what = now.path === '*' ? name : `${now.path} of ${name}`;
    const origin = to.get(now.origin);
    return [
      ...guards(was, now, what),
      ...methods(was, now, what, isBucket(origin)),
      elsewhere(from.get(was.origin)?.['domain_name'], origin?.['domain_name'], was.origin !== now.origin, what),
      ...(isBucket(origin) ? [] : kept(was, now, what, change, comparison)),
      ...read(was, now, what, change, comparison),
      {
        when: was.isRecorded && !now.isRecorded,
        severity: 'medium',
        message: `Requests for ${what} are no longer recorded as they come.`,
        before: 'recorded',
        after: 'not recorded',
      },
    ];
  });
}

const kept = (was: Behavior, now: Behavior, what: string, change: PlannedChange, comparison: Comparison) =>
  keepsPolicy(was, now, 'cache_policy_id')
    ? []
    : keptMore(
        cachingOf(was.values, 'before', change, comparison),
        cachingOf(now.values, 'after', change, comparison),
        what,
      );

const read = (was: Behavior, now: Behavior, what: string, change: PlannedChange, comparison: Comparison) =>
  keepsPolicy(was, now, 'response_headers_policy_id')
    ? []
    : readByMore(
        responseHeadersOf(was.values, 'before', change, comparison),
        responseHeadersOf(now.values, 'after', change, comparison),
        what,
      );

/** What a policy says is reported at the policy, once for all distributions with it. One that the plan makes is another. */
const keepsPolicy = ({ values: was }: Behavior, { values: now }: Behavior, argument: string): boolean =>
  typeof now[argument] === 'string' && now[argument] !== '' && was[argument] === now[argument];

const elsewhere = (was: unknown, now: unknown, isMoved: boolean, what: string): Found => ({
  when: isMoved && typeof was === 'string' && typeof now === 'string' && was !== now,
  severity: 'high',
  message: `Requests for ${what} go to ${String(now)} in place of ${String(was)}.`,
  before: String(was),
  after: String(now),
});

function methods(was: Behavior, now: Behavior, what: string, isBucket: boolean): readonly Found[] {
  const added = now.methods.filter((method) => WRITING.includes(method) && !was.methods.includes(method));
  return [
    {
      when: added.length > 0,
      severity: isBucket ? 'high' : 'medium',
      message: `Callers can send ${added.join(', ')} for ${what}, which CloudFront refused${isBucket ? ', and it signs them for the bucket' : ''}.`,
      before: was.methods.join(', '),
      after: now.methods.join(', '),
    },
    {
      when: now.cachedMethods.includes('OPTIONS') && !was.cachedMethods.includes('OPTIONS'),
      severity: 'medium',
      message: `CloudFront caches the answer to a preflight request to ${what}, and gives it to pages of other origins.`,
      before: was.cachedMethods.join(', '),
      after: now.cachedMethods.join(', '),
    },
  ];
}

const WRITING = ['POST', 'PUT', 'PATCH', 'DELETE'];

function guards(was: Behavior, now: Behavior, what: string): readonly Found[] {
  const added = (now.signers ?? []).filter((each) => !was.signers?.includes(each) && each !== 'known after apply');
  return [
    {
      when: (was.signers?.length ?? 0) > 0 && now.signers?.length === 0,
      message: `Anyone on the internet can get ${what} without a signed URL.`,
      before: was.signers?.join(', ') ?? 'none',
      after: 'none',
    },
    {
      when: (was.signers?.length ?? 0) > 0 && added.length > 0,
      severity: 'high',
      message: `Anyone who can sign with a key of ${added.join(', ')} can get ${what}.`,
      before: was.signers?.join(', ') ?? 'none',
      after: now.signers?.join(', ') ?? 'none',
    },
    {
      when: was.onRequest !== undefined && now.onRequest !== was.onRequest,
      severity: 'high',
      message: `${now.onRequest === undefined ? 'No function' : 'Another function'} looks at requests for ${what} before they are answered.`,
      before: was.onRequest ?? 'none',
      after: now.onRequest ?? 'none',
    },
    {
      when: was.viewerProtocol !== 'allow-all' && now.viewerProtocol === 'allow-all',
      severity: 'medium',
      message: `Requests for ${what} are answered over plain HTTP, with the cookies and tokens in them.`,
      before: String(was.viewerProtocol),
      after: 'allow-all',
    },
  ];
}
