import fc from 'fast-check';
import { evaluate, type PolicyRequest, widening } from '../index';

const account = '111122223333';
const role = `arn:aws:iam::${account}:role/app`;

/** One key of each kind of value, with what policies ask of it and what requests have. */
const keys = {
  'aws:SourceIp': {
    operators: ['IpAddress', 'NotIpAddress', 'IpAddressIfExists'],
    asked: ['10.0.0.0/8', '10.1.0.0/16', '10.1.2.3', '0.0.0.0/0', '2001:db8::/32', '2001:db8:1::/48'],
    sent: [undefined, '10.1.2.3', '10.1.2.4', '10.9.9.9', '11.0.0.0', '2001:db8:1::1', '2001:db8:2::1', '::1'],
  },
  'aws:EpochTime': {
    operators: ['NumericLessThan', 'NumericGreaterThanEquals', 'NumericEquals', 'NumericNotEquals'],
    asked: ['1', '2', '2.0', '5'],
    sent: [undefined, '0', '1', '1.5', '2', '3', '5', '6'],
  },
  'aws:CurrentTime': {
    operators: ['DateLessThan', 'DateGreaterThan', 'DateEquals', 'DateNotEquals'],
    asked: ['2026-01-01T00:00:00Z', '2026-06-01', '1780272000'],
    sent: [undefined, '2025-12-31T23:59:59Z', '2026-01-01T00:00:00Z', '2026-03-01T00:00:00Z', '2027-01-01T00:00:00Z'],
  },
  'aws:SecureTransport': {
    operators: ['Bool', 'BoolIfExists', 'Null'],
    asked: ['true', 'false'],
    sent: [undefined, 'true', 'false'],
  },
  'aws:PrincipalTag/team': {
    operators: ['StringEquals', 'StringNotEquals', 'StringEqualsIgnoreCase', 'StringLike', 'StringNotLike', 'Null'],
    asked: ['true', 'red', 'Red', 'r*', '*d', '*', '?ed'],
    sent: [undefined, 'red', 'Red', 'rod', 'r', 'd', 'x', 'true'],
  },
  'aws:SourceArn': {
    operators: ['ArnEquals', 'ArnLike', 'ArnNotLike', 'StringLike'],
    asked: [
      'arn:aws:sns:*:111122223333:*',
      'arn:aws:sns:eu-west-1:*:a',
      'arn:aws:sns:eu-west-1:111122223333:a',
      'arn:*:*:*:*:*',
    ],
    sent: [
      undefined,
      'arn:aws:sns:eu-west-1:111122223333:a',
      'arn:aws:sns:eu-west-1:444455556666:a',
      'arn:aws:sqs:x:y:z',
    ],
  },
} as const;

type Key = keyof typeof keys;
const names = Object.keys(keys) as Key[];

const condition = (used: readonly Key[]) =>
  fc.constantFrom(...used).chain((key) =>
    fc.record({
      key: fc.constant(key),
      operator: fc.constantFrom<string>(...keys[key].operators),
      values: fc.uniqueArray(fc.constantFrom<string>(...keys[key].asked), { minLength: 1, maxLength: 2 }),
    }),
  );

const statement = (used: readonly Key[]) =>
  fc.record({
    deny: fc.integer({ min: 0, max: 3 }).map((drawn) => drawn === 0),
    conditions: fc.uniqueArray(condition(used), {
      maxLength: 2,
      selector: ({ key, operator }) => `${operator} ${key}`,
    }),
  });
type Drawn = ReturnType<typeof statement> extends fc.Arbitrary<infer T> ? T : never;

/** Policies before and after, about at most two keys. */
const change = fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 2 }).chain((used) => {
  const statements = fc.array(statement(used), { minLength: 1, maxLength: 2 });
  return fc.record({ used: fc.constant(used), old: statements, now: statements });
});

const valuesOf = ({ operator, values }: Drawn['conditions'][number]) =>
  operator === 'Null' ? values.map((value) => (value === 'true' ? 'true' : 'false')) : values;

const written = (statements: readonly Drawn[], name: string) => ({
  name,
  document: {
    Version: '2012-10-17',
    Statement: statements.map(({ conditions, deny }) => ({
      Effect: deny ? 'Deny' : 'Allow',
      Action: 's3:GetObject',
      Resource: '*',
      Condition: Object.fromEntries(
        [...new Set(conditions.map(({ operator }) => operator))].map((operator) => [
          operator,
          Object.fromEntries(
            conditions.filter((each) => each.operator === operator).map((each) => [each.key, valuesOf(each)]),
          ),
        ]),
      ),
    })),
  },
});

const requests = (used: readonly Key[]): PolicyRequest[] =>
  [...new Set(used)]
    .reduce<Record<string, string | undefined>[]>(
      (all, key) => all.flatMap((context) => keys[key].sent.map((value) => ({ ...context, [key]: value }))),
      [{}],
    )
    .map((context) => ({
      principal: { type: 'session', arn: `arn:aws:sts::${account}:assumed-role/app/x`, roleArn: role },
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::b/x',
      context,
    }));

describe('conditions', () => {
  it('widen as a small universe says, request by request', () => {
    const numRuns = Number(process.env.WIDENING_CASES ?? 250);
    const seen = { can: 0, open: 0 };
    fc.assert(
      fc.property(change, ({ now, old, used }) => {
        const [before, after] = [written(old, 'old'), written(now, 'new')];
        const sides = { before: { policies: [before] }, after: { policies: [after] } };
        const { gains } = widening({ kind: 'identity', name: 'role app', arn: role, account, ...sides });
        const allows = (policy: typeof before) => (request: PolicyRequest) =>
          evaluate(request, { identity: [policy] }).verdict === 'allowed';
        const newly = requests(used).filter((request) => allows(after)(request) && !allows(before)(request));
        if (newly.length > 0) expect(gains).not.toEqual([]);
        const can = gains.filter(({ certainty }) => certainty === 'can');
        for (const { witness } of can)
          expect([before, after].map((each) => allows(each)(witness as PolicyRequest))).toEqual([false, true]);
        if (can.length > 0) seen.can += 1;
        else if (gains.some(({ lostDeny }) => !lostDeny)) seen.open += 1;
      }),
      { numRuns },
    );
    expect(seen.can).toBeGreaterThan(numRuns / 5);
    expect(seen.open).toBeLessThan(numRuns / 20);
  });
});
