import fc from 'fast-check';
import { document, maybe } from '../../testing/drawn';
import { everyone, here, principals } from '../../testing/universe';
import { asDocument, newlyAllowed, requestsOf } from '../../testing/universe-requests';
import { evaluate, type Gain, type PolicyRequest, widening } from '../index';
import { allRights } from './constants';

// WIDENING_CASES=20000 tries more.
const numRuns = Number(process.env.WIDENING_CASES ?? 120);

/** Every request that is newly allowed must be of a statement that is reported. */
function expectReported(gains: readonly Gain[], found: ReturnType<typeof newlyAllowed>): void {
  const at = ({ index, policy }: { index: number; policy: string }) => `${policy} ${index}`;
  const reported = gains.map(({ statement }) => at(statement));
  const missed = found.filter(({ by }) => !by.some((each) => reported.includes(at(each))));
  expect(missed).toEqual([]);
}

const verdictsOf = (gains: readonly Gain[], policies: Parameters<typeof evaluate>[1]) =>
  gains.flatMap(({ witness }) => (witness ? [evaluate(witness as PolicyRequest, policies).verdict] : []));

const drawnIdentity = fc.record({ identity: fc.array(document, { maxLength: 2 }), boundary: maybe(document) });

const identitySide = (
  { boundary, identity }: typeof drawnIdentity extends fc.Arbitrary<infer T> ? T : never,
  name: string,
) => ({
  identity: identity.map((each, at) => asDocument(each, `${name} ${at}`, false)),
  boundary: boundary && asDocument(boundary, `${name} boundary`, false),
});

const ofRole = (before: ReturnType<typeof identitySide>, after: ReturnType<typeof identitySide>) =>
  widening({
    kind: 'identity',
    name: 'role app',
    arn: principals.first.roleArn,
    account: here,
    before: { policies: before.identity, boundary: before.boundary },
    after: { policies: after.identity, boundary: after.boundary },
  });

describe('what an identity gains', () => {
  it('is what each request of a small universe says', () => {
    const seen = { can: 0, open: 0, nothing: 0 };
    fc.assert(
      fc.property(drawnIdentity, drawnIdentity, (old, now) => {
        const [before, after] = [identitySide(old, 'old'), identitySide(now, 'new')];
        const { gains, undecided } = ofRole(before, after);
        expect(undecided).toEqual([]);
        expectReported(gains, newlyAllowed(requestsOf('first'), before, after));
        for (const each of verdictsOf(gains, after)) expect(each).toBe('allowed');
        for (const each of verdictsOf(gains, before)) expect(each).toMatch(/Denied$/);
        const can = gains.some(({ certainty }) => certainty === 'can');
        seen[can ? 'can' : gains.some(({ lostDeny }) => !lostDeny) ? 'open' : 'nothing'] += 1;
      }),
      { numRuns },
    );
    expect(seen.can).toBeGreaterThan(numRuns / 5);
    expect(seen.nothing).toBeGreaterThan(numRuns / 5);
    expect(seen.open).toBeLessThan(numRuns / 20);
  });

  it('is nothing where the same is said in another way, or less', () => {
    fc.assert(
      fc.property(drawnIdentity, fc.nat(), (drawn, how) => {
        // What variables stand for is left open where something is left out of what was allowed.
        fc.pre(!JSON.stringify(drawn).includes('${'));
        const before = identitySide(drawn, 'old');
        const statements = drawn.identity.flat();
        const split = statements.flatMap((each) =>
          each.actions.not || each.effect === 'Deny'
            ? [each]
            : each.actions.patterns.map((pattern) => ({ ...each, actions: { not: false, patterns: [pattern] } })),
        );
        const less = split.filter((each, at) => each.effect === 'Deny' || at % 3 !== how % 3);
        const moved = {
          ...drawn,
          identity: [less.reverse(), split.slice(0, how % 2).filter(({ effect }) => effect === 'Deny')],
        };
        expect(ofRole(before, identitySide(moved, 'new'))).toEqual({ gains: [], escalations: [], undecided: [] });
      }),
      { numRuns },
    );
  });
});

describe('what the policy of a resource gives', () => {
  it.each(['other', 'role'] as const)('is what each request of a small universe says (%s)', (type) => {
    const seen = { can: 0, open: 0, nothing: 0 };
    const who = everyone.filter((each) => each !== 'root' && (type === 'other' || each !== 'anyone'));
    fc.assert(
      fc.property(document, document, (old, now) => {
        const named = { before: asDocument(old, 'old', true), after: asDocument(now, 'new', true) };
        const { gains, undecided } = widening({ kind: 'resource', type: 'other', name: 'it', account: here, ...named });
        expect(undecided).toEqual([]);
        for (const each of who) {
          const own = 'arn' in principals[each] && each !== 'bob';
          const side = (resource: typeof named.before) => ({ identity: own ? [] : [allRights], resource });
          expectReported(gains, newlyAllowed(requestsOf(each), side(named.before), side(named.after)));
        }
        const can = gains.some(({ certainty }) => certainty === 'can');
        seen[can ? 'can' : gains.some(({ lostDeny }) => !lostDeny) ? 'open' : 'nothing'] += 1;
      }),
      { numRuns },
    );
    expect(seen.can).toBeGreaterThan(numRuns / 5);
    expect(seen.open).toBeLessThan(numRuns / 20);
  });
});
