import { evaluate, type PolicyKind } from '../index';

const request = {
  principal: { type: 'user', arn: 'arn:aws:iam::111122223333:user/ann' },
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::b/x',
} as const;
const good = { Effect: 'Allow', Action: '*', Resource: '*' };
const all = { name: 'all', document: { Statement: good } };

function problems(kind: PolicyKind, document: unknown): string[] {
  const policy = { name: 'p', document };
  const decision = evaluate(
    { ...request, ...(kind === 'trust' && { action: 'sts:AssumeRole', resource: 'arn:aws:iam::111122223333:role/r' }) },
    {
      identity: kind === 'identity' ? [all, policy] : [all],
      boundary: kind === 'boundary' ? policy : undefined,
      session: kind === 'session' ? [policy] : [],
      resource: kind === 'resource' || kind === 'trust' ? policy : undefined,
    },
  );
  // A second policy that allows everything changes nothing.
  if (decision.problems.length > 0) expect(['unreadable', 'explicitlyDenied']).toContain(decision.verdict);
  return decision.problems.map(({ message }) => message);
}

const statement = (kind: PolicyKind, changes: object) =>
  problems(kind, { Version: '2012-10-17', Statement: [{ ...good, ...changes }] });
const place = 'p: Statement[0]';

describe('a policy that AWS would not store', () => {
  it.each<[unknown, string]>([
    ['{"Statement":', 'p: expected a JSON object with "Version" and "Statement", found "{\\"Statement\\":"'],
    [[], 'p: expected a JSON object with "Version" and "Statement", found []'],
    [undefined, 'p: expected a JSON object with "Version" and "Statement", found nothing'],
    [{}, 'p: Statement: expected a list of statements, found nothing'],
    [
      { Version: '2012-10-18', Statement: good },
      'p: Version: expected "2012-10-17" or "2008-10-17", found "2012-10-18"',
    ],
    [{ statement: [], Statement: good }, 'p: statement: expected Version, Id or Statement, found "statement"'],
    [{ Statement: [1] }, `${place}: expected a statement: { "Effect": ..., "Action": ..., "Resource": ... }, found 1`],
  ])('%j is reported with its place', (document, message) => {
    expect(problems('identity', document)).toEqual([message]);
  });

  it.each<[PolicyKind, object, string]>([
    ['identity', { Effect: 'allow' }, `${place}.Effect: expected "Allow" or "Deny", found "allow"`],
    ['identity', { Effect: undefined }, `${place}.Effect: expected "Allow" or "Deny", found nothing`],
    ['identity', { Sid: 1 }, `${place}.Sid: expected text, found 1`],
    ['identity', { Action: undefined }, `${place}: expected Action or NotAction, found nothing`],
    ['identity', { Resource: undefined }, `${place}: expected Resource or NotResource, found nothing`],
    [
      'identity',
      { Action: 'GetObject' },
      `${place}.Action: expected "*" or a service and an action, "s3:GetObject", found "GetObject"`,
    ],
    ['identity', { Action: [] }, `${place}.Action: expected "*" or a service and an action, "s3:GetObject", found []`],
    [
      'identity',
      { Action: ['s3:*', 7] },
      `${place}.Action[1]: expected "*" or a service and an action, "s3:GetObject", found 7`,
    ],
    ['identity', { NotAction: 's3:*' }, `${place}: expected either Action or NotAction, found ["Action","NotAction"]`],
    [
      'identity',
      { Resource: 'bucket' },
      `${place}.Resource: expected "*" or an ARN of six fields, "arn:aws:s3:::bucket/*", found "bucket"`,
    ],
    [
      'session',
      { Resource: 'arn:aws:sqs' },
      `${place}.Resource: expected "*" or an ARN of six fields, "arn:aws:s3:::bucket/*", found "arn:aws:sqs"`,
    ],
    [
      'boundary',
      { Principal: '*' },
      `${place}.Principal: expected none: the policy is for the identity that has it, found "Principal"`,
    ],
    ['resource', {}, `${place}: expected Principal, found nothing`],
    [
      'resource',
      { Principal: 'arn:aws:iam::1:user/x' },
      `${place}.Principal: expected "*" or an object with AWS, Service, Federated or CanonicalUser, found "arn:aws:iam::1:user/x"`,
    ],
    [
      'resource',
      { Principal: { User: 'x' } },
      `${place}.Principal.User: expected AWS, Service, Federated or CanonicalUser, found "User"`,
    ],
    [
      'resource',
      { Principal: { AWS: 'arn:aws:iam::1:user/*' } },
      `${place}.Principal.AWS: expected "*" or a principal without wildcards, found "arn:aws:iam::1:user/*"`,
    ],
    [
      'resource',
      { Principal: { Service: '*' } },
      `${place}.Principal.Service: expected a principal without wildcards, found "*"`,
    ],
    [
      'resource',
      { NotPrincipal: { AWS: '1' } },
      `${place}.NotPrincipal: expected "Effect": "Deny" with it, found "Allow"`,
    ],
    ['trust', { Principal: '*' }, `${place}.Resource: expected none in a trust policy, found "Resource"`],
    [
      'identity',
      { Actions: 's3:*' },
      `${place}.Actions: expected one of Sid, Effect, Principal, NotPrincipal, Action, NotAction, Resource, NotResource, Condition, found "Actions"`,
    ],
    [
      'identity',
      { Condition: [] },
      `${place}.Condition: expected operators, { "StringEquals": { "aws:username": "ann" } }, found []`,
    ],
  ])('%s %j is reported with its place', (kind, changes, message) => {
    expect(statement(kind, changes)).toEqual([message]);
  });

  it.each<[object, string, string]>([
    [{ StringEqual: { k: 'x' } }, 'StringEqual', 'a condition operator of IAM, found "StringEqual"'],
    [{ NullIfExists: { k: 'true' } }, 'NullIfExists', 'a condition operator of IAM, found "NullIfExists"'],
    [{ StringEquals: 'x' }, 'StringEquals', 'condition keys with their values, found "x"'],
    [
      { StringEquals: { k: { a: 1 } } },
      'StringEquals.k',
      'text, a number, true or false, or a list of them, found {"a":1}',
    ],
    [{ NumericEquals: { k: '${aws:x}' } }, 'NumericEquals.k', 'a number, found "${aws:x}"'],
    [
      { DateLessThan: { k: '2026-02-31' } },
      'DateLessThan.k',
      'a date, "2026-01-31T00:00:00Z", or seconds since 1970, found "2026-02-31"',
    ],
    [
      { IpAddress: { k: '10.0.0.0/33' } },
      'IpAddress.k',
      'an IP address or a range, "203.0.113.0/24", found "10.0.0.0/33"',
    ],
    [{ Bool: { k: 'yes' } }, 'Bool.k', '"true" or "false", found "yes"'],
    [{ Null: { k: 'maybe' } }, 'Null.k', '"true" or "false", found "maybe"'],
    [{ BinaryEquals: { k: '?' } }, 'BinaryEquals.k', 'base64, found "?"'],
  ])('with the condition %j is reported', (Condition, at, message) => {
    expect(statement('identity', { Condition })).toEqual([`${place}.Condition.${at}: expected ${message}`]);
  });

  it('still denies what a statement that can be read denies', () => {
    const document = { Statement: [{ ...good, Effect: 'Deny' }, { Effect: 'allow' }] };
    expect(evaluate(request, { identity: [{ name: 'p', document }] }).verdict).toBe('explicitlyDenied');
  });
});
