import { realPlan } from '../../testing/real-plan';
import { isUnknown, unknown, type Surface, type Unknown } from '../model';
import { readPlans } from '../read-plans';
import { posture } from './posture';

const { after } = readPlans([realPlan('posture')]);
const keys = (surface: Surface<Unknown>) => posture(surface).map(({ rule, address }) => `${rule} ${address}`);

/** What the model never leaves unknown: lists of parts, parts themselves, addresses and what a reader says of itself. */
const CERTAIN = new Set(
  `apis httpApis apiDomains usagePlans webAcls userPools clients resourceServers userPoolDomains identityPools identityProviders roles
  functions functionPermissions functionUrls unread authorizers routes models gatewayResponses deployments stages cors
  methodSettings routeSettings responses mappings policies integration accessLog passwordPolicy authenticatedRole
  unauthenticatedRole address stack kind complete managed publicReason userPool authorizer function client role resource
  api deployment managedGroups relaxed principalTags email preToken`.split(/\s+/),
);

type Way = readonly (string | number)[];

/** Every value that could be unknown, by the way to it. */
function* ways(value: unknown, way: Way = []): Generator<Way> {
  if (typeof value !== 'object' || value === null || isUnknown(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    const here = [...way, Array.isArray(value) ? Number(key) : key];
    const partOfList = Array.isArray(value) && CERTAIN.has(String(way.at(-1)));
    if (!CERTAIN.has(key) && !partOfList) yield here;
    yield* ways(inner, here);
  }
}

function byPart(all: readonly Way[]): Record<string, Way[]> {
  const parts: Record<string, Way[]> = {};
  for (const way of all) (parts[way.slice(0, way[0] === 'apis' ? 2 : 1).join('.')] ??= []).push(way);
  return parts;
}

function withUnknown(value: unknown, [step, ...rest]: Way): unknown {
  if (step === undefined) return unknown();
  const copy: Record<string | number, unknown> | unknown[] = Array.isArray(value)
    ? [...value]
    : { ...(value as object) };
  (copy as Record<string | number, unknown>)[step] = withUnknown(
    (value as Record<string | number, unknown>)[step],
    rest,
  );
  return copy;
}

describe('a value that is not known yet', () => {
  const known = new Set(keys(after));
  const all = [...ways(after)];
  // A test for each part of the surface: together they take longer than one test should.
  const parts = byPart(all);

  it('can be any of many', () => {
    expect(all.length).toBeGreaterThan(1000);
  });

  it.each(Object.entries(parts))('never breaks a rule in %s', (_part, ways) => {
    const news = ways.flatMap((way) =>
      keys(withUnknown(after, way) as Surface<Unknown>)
        .filter((key) => !known.has(key))
        .map((key) => `${way.join('.')}: ${key}`),
    );
    expect(news).toEqual([]);
  });
});
