import { account, allowing, matches, policy, verdict } from '../testing/request';

/** Whether a denial stands on the condition. */
const denies = (Condition: object, context: Parameters<typeof matches>[1]): boolean => {
  const deny = policy({ Effect: 'Deny', Action: 'x:Do', Resource: '*', Condition });
  return verdict('x:Do', '*', { identity: [allowing('*'), deny] }, { context }) === 'explicitlyDenied';
};

describe('what AWS does not document counts against the request', () => {
  it.each<[string, object, Parameters<typeof matches>[1]]>([
    ['several values without a set operator', { StringEquals: { k: 'x' } }, { k: ['x', 'y'] }],
    ['several values without a set operator, negated', { StringNotEquals: { k: 'z' } }, { k: ['x', 'y'] }],
    ['no number', { NumericLessThan: { k: '5' } }, { k: 'few' }],
    ['no number, negated', { NumericNotEquals: { k: '5' } }, { k: 'few' }],
    ['no date', { DateLessThan: { k: '2030-01-01' } }, { k: 'tomorrow' }],
    ['no address', { IpAddress: { k: '0.0.0.0/0' } }, { k: 'here' }],
    ['no address, negated', { NotIpAddress: { k: '10.0.0.0/8' } }, { k: 'here' }],
    ['a pattern of fewer than six fields', { ArnLike: { k: 'arn:aws:s3:*' } }, { k: 'arn:aws:s3:::b' }],
    ['one of several values undecided', { 'ForAllValues:NumericLessThan': { k: '5' } }, { k: ['1', 'few'] }],
  ])('%s: no Allow, but a Deny', (_, condition, context) => {
    expect([matches(condition, context), denies(condition, context)]).toEqual([false, true]);
  });

  it('but a condition that fails anyway is decided', () => {
    const condition = { StringEquals: { k: 'x', other: 'y' } };
    expect(denies(condition, { k: ['x', 'y'], other: 'z' })).toBe(false);
  });

  it('a boundary counts for a role to assume, even where the trust policy names the user', () => {
    const resource = policy({
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${account}:user/ann` },
      Action: 'sts:*',
    });
    const assume = (boundary?: ReturnType<typeof allowing>) =>
      verdict('sts:AssumeRole', `arn:aws:iam::${account}:role/r`, { resource, boundary });
    expect([assume(), assume(allowing('s3:*')), assume(allowing('sts:*'))]).toEqual([
      'allowed',
      'implicitlyDenied',
      'allowed',
    ]);
  });
});

describe('values of conditions', () => {
  it.each<[string, object, Parameters<typeof matches>[1], boolean]>([
    ['a variable in any case', { StringEqualsIgnoreCase: { k: 'Team-${Name}' } }, { k: 'TEAM-ANN', name: 'Ann' }, true],
    [
      'a variable that is an ARN',
      { ArnEquals: { k: '${aws:PrincipalArn}' } },
      { k: `arn:aws:iam::${account}:user/ann` },
      true,
    ],
    ['a variable in Bool', { Bool: { k: '${other}' } }, { k: 'TRUE', other: 'true' }, true],
    ['numbers as numbers', { NumericEquals: { k: 10 } }, { k: '1e1' }, true],
    ['numbers of the request', { NumericGreaterThanEquals: { k: '0.5' } }, { k: 0.5 }, true],
    ['a time zone', { DateEquals: { k: '2026-01-01T01:00:00+01:00' } }, { k: '2026-01-01T00:00Z' }, true],
    ['a year', { DateGreaterThan: { k: '2026' } }, { k: '2026-01-01T00:00:01Z' }, true],
    ['an address without a range', { IpAddress: { k: '203.0.113.7' } }, { k: '203.0.113.7' }, true],
    ['no address of the other family', { IpAddress: { k: '::/0' } }, { k: '203.0.113.7' }, false],
    ['none of several ranges', { NotIpAddress: { k: ['10.0.0.0/8', '192.168.0.0/16'] } }, { k: '192.168.1.1' }, false],
    ['two answers of Null', { Null: { k: ['true', 'false'] } }, {}, true],
    ['no values at all', { StringEquals: { k: [] } }, { k: 'x' }, false],
    ['wildcards as text', { StringEquals: { k: 'a*' } }, { k: 'ab' }, false],
  ])('take %s', (_, condition, context, result) => {
    expect(matches(condition, context)).toBe(result);
  });
});
