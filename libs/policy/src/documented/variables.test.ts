import { account, allowing, matches, page, policy, verdict } from '../../testing/request';

const get = (
  Resource: string,
  resource: string,
  context: Record<string, string | string[]> = {},
  Version = '2012-10-17',
) =>
  verdict(
    's3:GetObject',
    resource,
    { identity: [{ name: 'p', document: { Version, Statement: { Effect: 'Allow', Action: 's3:*', Resource } } }] },
    { context },
  ) === 'allowed';

describe(`policy variables, ${page('reference_policies_variables')}`, () => {
  it('stand for the name of the user', () => {
    const mine = 'arn:aws:s3:::mybucket/${aws:username}/*';
    expect(get(mine, 'arn:aws:s3:::mybucket/ann/x')).toBe(true);
    expect(get(mine, 'arn:aws:s3:::mybucket/bob/x')).toBe(false);
    const keys = allowing('iam:*AccessKey*', `arn:aws:iam::${account}:user/\${aws:username}`);
    const create = (name: string) =>
      verdict('iam:CreateAccessKey', `arn:aws:iam::${account}:user/${name}`, { identity: [keys] });
    expect([create('ann'), create('bob')]).toEqual(['allowed', 'implicitlyDenied']);
  });

  it('stand for tags of the principal, next to wildcards', () => {
    const tag = (name: string) => `\${aws:PrincipalTag/access-${name}}`;
    const topic = `arn:aws:sns:*:*:${tag('project')}-${tag('application')}-${tag('environment')}-*`;
    const context = {
      'aws:PrincipalTag/access-project': 'peg',
      'aws:PrincipalTag/access-application': 'shop',
      'aws:PrincipalTag/access-environment': 'dev',
    };
    const create = (name: string, has: Record<string, string> = context) =>
      verdict(
        'sns:CreateTopic',
        `arn:aws:sns:eu-west-1:${account}:${name}`,
        { identity: [allowing('sns:*', topic)] },
        { context: has },
      );
    expect(create('peg-shop-dev-orders')).toBe('allowed');
    expect(create('peg-shop-prod-orders')).toBe('implicitlyDenied');
    expect(create('peg-shop-dev-orders', {})).toBe('implicitlyDenied');
  });

  it('have a default', () => {
    const team = "arn:aws:s3:::amzn-s3-demo-bucket-${aws:PrincipalTag/team, 'company-wide'}/*";
    expect(get(team, 'arn:aws:s3:::amzn-s3-demo-bucket-yellow/x', { 'aws:PrincipalTag/team': 'yellow' })).toBe(true);
    expect(get(team, 'arn:aws:s3:::amzn-s3-demo-bucket-company-wide/x', { 'aws:PrincipalTag/team': 'yellow' })).toBe(
      false,
    );
    expect(get(team, 'arn:aws:s3:::amzn-s3-demo-bucket-company-wide/x')).toBe(true);
  });

  it('without a value match no resource, so that NotResource is about all', () => {
    expect(get('arn:aws:s3:::b/${aws:PrincipalTag/team}', 'arn:aws:s3:::b/')).toBe(false);
    const deny = policy({ Effect: 'Deny', Action: 's3:*', NotResource: 'arn:aws:s3:::b/${aws:PrincipalTag/team}' });
    expect(verdict('s3:GetObject', 'arn:aws:s3:::b/x', { identity: [allowing('s3:*'), deny] })).toBe(
      'explicitlyDenied',
    );
  });

  it('without a value equal nothing: the team must be the same, and set', () => {
    const deny = policy({
      Effect: 'Deny',
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::amzn-s3-demo-bucket/*',
      Condition: { StringNotEquals: { 's3:ExistingObjectTag/Team': '${aws:PrincipalTag/Team}' } },
    });
    const read = (context: Record<string, string>) =>
      verdict(
        's3:GetObject',
        'arn:aws:s3:::amzn-s3-demo-bucket/x',
        { identity: [allowing('s3:*'), deny] },
        { context },
      );
    expect(read({ 's3:ExistingObjectTag/Team': 'a', 'aws:principaltag/Team': 'a' })).toBe('allowed');
    expect(read({ 's3:ExistingObjectTag/Team': 'a', 'aws:principaltag/Team': 'b' })).toBe('explicitlyDenied');
    expect(read({ 's3:ExistingObjectTag/Team': 'a' })).toBe('explicitlyDenied');
    expect(read({})).toBe('explicitlyDenied');
  });

  it.each([
    ['home/ann/', 'ann', true],
    ['home/bob/', 'ann', false],
    ['home/', 'ann', true],
    ['', 'ann', true],
  ])('in StringLike: prefix %j of %s is %s', (prefix, name, result) => {
    const condition = { StringLike: { 's3:prefix': ['', 'home/', 'home/${aws:username}/'] } };
    expect(matches(condition, { 's3:prefix': prefix, 'aws:username': name })).toBe(result);
  });

  it('name the characters that have a meaning of their own', () => {
    expect(get('arn:aws:s3:::b/${*}${?}${$}{x}', 'arn:aws:s3:::b/*?${x}')).toBe(true);
    expect(get('arn:aws:s3:::b/${*}', 'arn:aws:s3:::b/x')).toBe(false);
    expect(matches({ StringLike: { k: 'a${*}' } }, { k: 'ab' })).toBe(false);
  });

  it('with wildcards in their value match those characters alone', () => {
    expect(get('arn:aws:s3:::b/${k}', 'arn:aws:s3:::b/x', { k: '*' })).toBe(false);
  });

  it('are text before version 2012-10-17', () => {
    expect(get('arn:aws:s3:::b/${aws:username}', 'arn:aws:s3:::b/ann', {}, '2008-10-17')).toBe(false);
    expect(get('arn:aws:s3:::b/${aws:username}', 'arn:aws:s3:::b/${aws:username}', {}, '2008-10-17')).toBe(true);
  });

  it('cannot be keys with several values, nor stand before the last field of an ARN', () => {
    expect(get('arn:aws:s3:::b/${k}', 'arn:aws:s3:::b/x', { k: ['x'] })).toBe(false);
    expect(get('arn:aws:${k}:::b/x', 'arn:aws:s3:::b/x', { k: 's3' })).toBe(false);
  });

  it('work with names of keys in any case', () => {
    expect(get('arn:aws:s3:::b/${AWS:UserName}', 'arn:aws:s3:::b/ann')).toBe(true);
    expect(matches({ StringEquals: { 'AWS:currenttime': 'x' } }, { 'aws:CurrentTime': 'x' })).toBe(true);
  });
});
