import type { Found } from '../../findings/violations';
import { blocks, originsOf, textsIn } from './behaviors';

type Values = Readonly<Record<string, unknown>>;

/** Requests that go to another host than before, or in another way. */
export function originChanges(before: Values, after: Values, name: string): readonly Found[] {
  const had = originsOf(before);
  const hosts = [...had.values()].map(({ domain_name: host }) => host);
  return [...originsOf(after)].flatMap(([id, now]) => {
    const was = had.get(id);
    return was === undefined ? [] : [elsewhere(was, now, hosts, name), ...otherwise(was, now, name)];
  });
}

/** A host that no origin had. */
const elsewhere = (
  { domain_name: was }: Values,
  { domain_name: now }: Values,
  hosts: readonly unknown[],
  name: string,
): Found => ({
  when: typeof was === 'string' && typeof now === 'string' && !hosts.includes(now),
  severity: 'high',
  message: `Requests for ${name} go to ${String(now)} in place of ${String(was)}.`,
  before: String(was),
  after: String(now),
});

function otherwise(was: Values, now: Values, name: string): readonly Found[] {
  const to = String(now['domain_name']);
  const [old, next] = [was, now].map((origin) => blocks(origin['custom_origin_config'])[0] ?? {});
  const [from, becomes] = [old, next].map((each) => PROTOCOLS.indexOf(String(each?.['origin_protocol_policy'])));
  const added = textsIn(next?.['origin_ssl_protocols']).filter(
    (each) => OLD_TLS.includes(each) && !textsIn(old?.['origin_ssl_protocols']).includes(each),
  );
  const path = (origin: Values) => String(origin['origin_path'] ?? '');
  return [
    {
      when: becomes !== undefined && from !== undefined && becomes >= 0 && becomes < from,
      severity: becomes === 0 ? 'high' : 'medium',
      message: `Requests for ${name} go to ${to} over plain HTTP, with the cookies and tokens in them${becomes === 0 ? '' : ', where the caller sends them so'}.`,
      before: PROTOCOLS[from ?? 0] ?? 'none',
      after: PROTOCOLS[becomes ?? 0] ?? 'none',
    },
    {
      when: added.length > 0,
      severity: 'medium',
      message: `CloudFront talks to ${to} with ${added.join(', ')}.`,
      after: added.join(', '),
    },
    {
      when: isSigned(was) && !isSigned(now),
      severity: 'medium',
      message: `CloudFront no longer signs requests to ${to}: it refuses them, or has been opened to everyone.`,
      before: 'signed',
      after: 'not signed',
    },
    {
      when: path(was) !== path(now),
      severity: 'medium',
      message: `Requests for ${name} go to another path of ${to}.`,
      before: path(was) || '/',
      after: path(now) || '/',
    },
  ];
}

/** The weakest first. */
const PROTOCOLS = ['http-only', 'match-viewer', 'https-only'];
const OLD_TLS = ['SSLv3', 'TLSv1', 'TLSv1.1'];

const isSigned = (origin: Values): boolean =>
  (origin['origin_access_control_id'] ?? '') !== '' ||
  blocks(origin['s3_origin_config']).some(({ origin_access_identity: identity }) => (identity ?? '') !== '');
