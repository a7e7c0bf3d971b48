import fc from 'fast-check';
import { document, maybe } from '../testing/drawn';
import { type Asked, type Drawn, type DrawnPolicies, oracle, written } from '../testing/oracle';
import { actions, contexts, everyone, here, principals, resources, type Who } from '../testing/universe';
import { type Decision, evaluate, type Policies, type PolicyDocument, type PolicyRequest } from './index';

const policies: fc.Arbitrary<DrawnPolicies> = fc.record({
  identity: fc.array(document, { maxLength: 2 }),
  boundary: maybe(document),
  session: maybe(fc.array(document, { maxLength: 2 })),
  resource: maybe(document),
});

const asJson = (statements: readonly Drawn[], name: string) => ({
  name,
  document: {
    Version: '2012-10-17',
    Statement: statements.map((each) => written(each, name === 'resource')),
  },
});

const policiesOf = ({ boundary, identity, resource, session }: DrawnPolicies): Policies => ({
  identity: identity.map((each) => asJson(each, 'identity')),
  boundary: boundary && asJson(boundary, 'boundary'),
  session: session?.map((each) => asJson(each, 'session')),
  resource: resource && asJson(resource, 'resource'),
});

const drawnRequest = fc.record({
  action: fc.constantFrom(...actions),
  resource: fc.constantFrom(...resources),
  k: fc.constantFrom(...contexts),
});

const asked = (who: Who, { action, k, resource }: Omit<Asked, 'who'>): PolicyRequest => ({
  principal: principals[who],
  action,
  resource,
  resourceAccount: here,
  context: { Key: k },
});

describe('the evaluator', () => {
  it('decides as the tables of a small universe do, for each of its principals', () => {
    const seen = new Map<Decision['verdict'], number>();
    fc.assert(
      fc.property(policies, drawnRequest, (drawn, request) => {
        const verdicts = everyone.map((who) => evaluate(asked(who, request), policiesOf(drawn)).verdict);
        for (const verdict of verdicts) seen.set(verdict, (seen.get(verdict) ?? 0) + 1);
        expect(verdicts).toEqual(everyone.map((who) => oracle(drawn, { who, ...request })));
      }),
      { numRuns: 3000 },
    );
    // Each verdict is tried often, so that agreement means something.
    for (const each of ['allowed', 'implicitlyDenied', 'explicitlyDenied'] as const) {
      expect(seen.get(each)).toBeGreaterThan(2000);
    }
  });

  it('is right about what is missing: with those statements the request is allowed', () => {
    fc.assert(
      fc.property(policies, drawnRequest, fc.constantFrom(...everyone), (drawn, drawnRequest, who) => {
        const request = asked(who, drawnRequest);
        const before = policiesOf(drawn);
        const { missing, verdict } = evaluate(request, before);
        expect(missing.length > 0).toBe(verdict === 'implicitlyDenied');
        if (verdict !== 'explicitlyDenied')
          expect(evaluate(request, repaired(before, missing)).verdict).toBe('allowed');
      }),
      { numRuns: 1000 },
    );
  });
});

/** The policies with what is missing. */
function repaired(
  { boundary, identity = [], resource, session = [] }: Policies,
  missing: Decision['missing'],
): Policies {
  const of = (kind: string) => missing.filter((each) => each.kind === kind).map(({ statement }) => statement);
  const more = (kind: string) => of(kind).map((Statement) => ({ name: kind, document: { Statement } }));
  const joined = (kind: string, policy?: PolicyDocument) => {
    const { Statement = [] } = (policy?.document ?? {}) as { Statement?: unknown[] };
    const document = { Version: '2012-10-17', Statement: [...Statement, ...of(kind)] };
    return policy || of(kind).length > 0 ? { name: kind, document } : undefined;
  };
  return {
    identity: [...identity, ...more('identity')],
    boundary: joined('boundary', boundary),
    session: [...session, ...more('session')],
    resource: joined('resource', resource),
  };
}
