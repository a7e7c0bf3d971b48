import type { Located } from '../../model';
import { isUnknown } from '../../model/value';
import type { Comparison } from '../comparison';
import type { Found } from '../../findings/violations';
import { blocks, textsIn } from './behaviors';
import { own } from '../../own';

type Values = Readonly<Record<string, unknown>>;

/** What CloudFront keeps of answers, and what tells one from another. */
export interface Caching {
  /** The worst last: nothing; what the origin says; what it does not forbid; also what it forbids. */
  readonly level: 0 | 1 | 2 | 3;
  /** Parts of a request that answers are kept by, of those that a caller is known by. */
  readonly key: readonly string[];
}

/**
 * Of a behavior, by its own arguments or those of its cache policy; undefined: the plan does not have the policy.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Expiration.html
 */
export function cachingOf(
  values: Values,
  side: 'before' | 'after',
  at: Located,
  comparison: Comparison,
): Caching | undefined {
  const id = values['cache_policy_id'];
  const managed = own(MANAGED, String(id));
  if (managed) return managed;
  if (id !== undefined && id !== null && id !== '') {
    const policy = policyOf('aws_cloudfront_cache_policy', id, side, at, comparison);
    return policy && cachingOfPolicy(policy);
  }
  const [forwarded] = blocks(values['forwarded_values']);
  const headers = textsIn(forwarded?.['headers']);
  // With all headers in the key nothing is kept.
  if (headers.includes('*')) return { level: 0, key: [] };
  const [cookies] = blocks(forwarded?.['cookies']);
  return {
    level: levelOf(values),
    key: [
      ...headers.filter(tellsCaller),
      ...cookiesIn(cookies?.['forward'], textsIn(cookies?.['whitelisted_names'])),
      ...(forwarded?.['query_string'] === true ? [QUERY] : []),
    ],
  };
}

const QUERY = 'query strings';
const EVERY_COOKIE = 'cookies';

const tellsCaller = (header: string): boolean => /authorization|api-?key|token|session|user/i.test(header);

const cookiesIn = (behavior: unknown, names: readonly string[]): readonly string[] =>
  behavior === 'whitelist'
    ? names.map((name) => `cookie ${name}`)
    : behavior === 'all' || behavior === 'allExcept'
      ? [EVERY_COOKIE]
      : [];

/** Of an `aws_cloudfront_cache_policy`. */
export function cachingOfPolicy(values: Values): Caching {
  const [parameters] = blocks(values['parameters_in_cache_key_and_forwarded_to_origin']);
  const part = (name: string) => blocks(parameters?.[name])[0] ?? {};
  const headers = blocks(part('headers_config')['headers']).flatMap(({ items }) => textsIn(items));
  const has = (behavior: unknown) => !['none', undefined, null, ''].includes(behavior as string);
  const { cookie_behavior: cookies, cookies: named } = part('cookies_config');
  return {
    level: levelOf(values),
    key: [
      ...headers.filter(tellsCaller),
      ...cookiesIn(
        cookies,
        blocks(named).flatMap(({ items }) => textsIn(items)),
      ),
      ...(has(part('query_strings_config')['query_string_behavior']) ? [QUERY] : []),
    ],
  };
}

function levelOf({ default_ttl: byDefault, max_ttl: most, min_ttl: least }: Values): Caching['level'] {
  if (most === 0) return 0;
  if (typeof least === 'number' && least > 0) return 3;
  return byDefault === 0 ? 1 : 2;
}

/**
 * Policies of AWS.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html
 */
const MANAGED: Readonly<Record<string, Caching>> = {
  '4135ea2d-6df8-44a3-9df3-5a4b5a84add8': { level: 0, key: [] },
  '658327ea-f89d-4fab-a63d-7e88639e58f6': { level: 3, key: [] },
  'b2884449-e4de-46a7-ac36-70bc7f1ddd6d': { level: 3, key: [] },
  '83da9c7e-98b4-4e11-a168-04f0df8e2c65': { level: 1, key: [EVERY_COOKIE] },
  '4cc15a8a-d715-48a4-82b8-cc0b614638fe': { level: 1, key: [EVERY_COOKIE, QUERY] },
};

/** The values of a policy that a distribution names, on one side of the plan. */
export function policyOf(
  type: string,
  id: unknown,
  side: 'before' | 'after',
  at: Located,
  { changeAt, changesOf }: Comparison,
): Values | undefined {
  if (!isUnknown(id)) return changesOf(type).find((each) => each[side]?.['id'] === id)?.[side];
  const stack = id.stack ?? at.stack;
  return id.references
    ?.map((each) => changeAt({ address: each.replace(/\.id$/, ''), stack }))
    .find((change) => change?.type === type)?.[side];
}

/** What is kept that was not, or goes to others than it was for. */
export function keptMore(was: Caching | undefined, now: Caching | undefined, what: string): readonly Found[] {
  if (!was || !now) {
    const message = `Responses of ${what} are cached by another cache policy, which is not in the plan.`;
    return [{ severity: 'medium', message }];
  }
  const isIn = (part: string) =>
    now.key.includes(part) || (part.startsWith('cookie ') && now.key.includes(EVERY_COOKIE));
  const lost = now.level === 0 || was.level === 0 ? [] : was.key.filter((part) => !isIn(part));
  const isKeyed = now.key.some((part) => part !== QUERY);
  const isCaller = lost.some((part) => part !== QUERY && !(part === EVERY_COOKIE && isKeyed));
  return [
    {
      when: lost.length > 0,
      severity: isCaller ? 'high' : 'medium',
      message: `CloudFront can answer a caller of ${what} with the response of another: the cache key no longer has ${lost.join(' and ')}.`,
      before: was.key.join(', ') || 'none',
      after: now.key.join(', ') || 'none',
    },
    {
      when: lost.length === 0 && now.level > was.level && (!isKeyed || now.level === 3),
      severity: now.level === 3 && !isKeyed ? 'high' : 'medium',
      message: `CloudFront caches ${CACHED[now.level]} of ${what}${now.level === 3 ? ', whatever the origin says' : ''}${isKeyed ? '' : ', and gives them to every caller'}.`,
      before: CACHED[was.level],
      after: CACHED[now.level],
    },
  ];
}

const CACHED = [
  'no responses',
  'the responses that the origin lets it cache',
  'the responses that the origin does not forbid to cache',
  'all responses',
] as const;
