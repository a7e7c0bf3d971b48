import { isAllowed, type PolicyStatement } from './iam';

const allow: PolicyStatement = {
  Effect: 'Allow',
  Action: ['s3:Get*', 's3:PutObject'],
  Resource: 'arn:aws:s3:::a/dev/*',
};
const deny: PolicyStatement = {
  Effect: 'Deny',
  Action: 's3:putobject',
  Resource: '*',
  Condition: { Null: { tag: 'false' }, StringNotEquals: { tag: ['dev', 'qa'] } },
};

describe('isAllowed', () => {
  it.each([
    ['s3:GetObject', 'arn:aws:s3:::a/dev/x', true],
    ['s3:PutObject', 'arn:aws:s3:::a/dev/x', true],
    ['s3:DeleteObject', 'arn:aws:s3:::a/dev/x', false],
    ['s3:GetObject', 'arn:aws:s3:::a/prod/x', false],
    ['s3:GetObject', 'arn:aws:s3:::b/arn:aws:s3:::a/dev/x', false],
  ])('says of %s on %s: %s', (action, resource, verdict) => {
    expect(isAllowed([allow], action, resource)).toBe(verdict);
  });

  it.each([
    [{}, true],
    [{ tag: 'qa' }, true],
    [{ tag: 'prod' }, false],
  ])('lets a denial whose conditions hold outweigh every allowance: %j', (context, verdict) => {
    expect(isAllowed([allow, deny], 's3:PutObject', 'arn:aws:s3:::a/dev/x', context)).toBe(verdict);
  });

  it('needs a condition of an allowance to hold', () => {
    const conditional = { ...allow, Condition: { StringEquals: { tag: 'dev' } } };
    expect(isAllowed([conditional], 's3:GetObject', 'arn:aws:s3:::a/dev/x')).toBe(false);
    expect(isAllowed([conditional], 's3:GetObject', 'arn:aws:s3:::a/dev/x', { tag: 'dev' })).toBe(true);
  });

  it('fails when it does not know an operator, instead of guessing', () => {
    const strange = { ...allow, Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } };
    expect(() => isAllowed([strange], 's3:GetObject', 'arn:aws:s3:::a/dev/x')).toThrow('IpAddress');
  });
});
