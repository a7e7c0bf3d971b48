import { handPlan } from '../../testing/hand-plan';
import { findingsOf } from '../../testing/real-plan';

const ACCOUNT = '123456789012';
const GITHUB = 'token.actions.githubusercontent.com';
const CLUSTER = 'oidc.eks.eu-west-1.amazonaws.com/id/ABC';
const arnOf = (issuer: string) => `arn:aws:iam::${ACCOUNT}:oidc-provider/${issuer}`;
const document = (...Statement: object[]) => JSON.stringify({ Version: '2012-10-17', Statement });
const allow = (Principal: unknown, Condition?: object) => ({
  Effect: 'Allow',
  Action: 'sts:AssumeRole',
  Principal,
  ...(Condition && { Condition }),
});
const tokens = (issuer: string, claims: object) => ({
  ...allow({ Federated: arnOf(issuer) }, { StringLike: claims }),
  Action: 'sts:AssumeRoleWithWebIdentity',
});
const lambda = allow({ Service: 'lambda.amazonaws.com' });
const role = (...statements: object[]) => ({
  name: 'worker',
  arn: `arn:aws:iam::${ACCOUNT}:role/worker`,
  assume_role_policy: document(...statements),
});
const said = (before: readonly object[] | null, after: readonly object[]): string[] =>
  findingsOf(handPlan({ 'aws_iam_role.worker': [before && role(...before), role(...after)] }))
    .filter(({ rule }) => rule === 'role-trust-widened')
    .map(({ message }) => message);

const other = 'arn:aws:iam::999999999999:root';
const pods = tokens(CLUSTER, { [`${CLUSTER}:aud`]: 'sts.amazonaws.com' });
const app = tokens(GITHUB, { [`${GITHUB}:sub`]: 'repo:acme/app:ref:refs/heads/main' });
const external = (id: string) => allow({ AWS: other }, { StringEquals: { 'sts:ExternalId': id } });

it.each<readonly [string, readonly object[] | null, readonly object[], string]>([
  ['everyone', null, [allow({ AWS: '*' })], 'Anyone with an AWS account can assume role worker.'],
  ['another account', [lambda], [lambda, allow({ AWS: other })], 'Role worker can be assumed by account 999999999999.'],
  [
    'another account under conditions',
    null,
    [external('a')],
    'Role worker can be assumed by account 999999999999, if StringEquals sts:ExternalId.',
  ],
  [
    'another account under other conditions',
    [external('a')],
    [external('b')],
    'Role worker can be assumed by account 999999999999, if StringEquals sts:ExternalId.',
  ],
  [
    'another account without what it had to say',
    [allow({ AWS: 'arn:aws:iam::999988887777:root' }, { StringEquals: { 'sts:ExternalId': 'a' } })],
    [allow({ AWS: 'arn:aws:iam::999988887777:root' }, { StringEqualsIfExists: { 'sts:ExternalId': 'a' } })],
    'Role worker can be assumed by account 999988887777, if StringEqualsIfExists sts:ExternalId.',
  ],
  [
    'tokens of which anyone can get some, before those of a cluster',
    null,
    [pods, tokens(GITHUB, {})],
    `Anyone who can get a token of ${arnOf(GITHUB)} can assume role worker: no condition says whose token it must be.`,
  ],
  [
    'tokens of a cluster, before those of one repository',
    [lambda],
    [app, pods],
    `Everyone with a token of ${arnOf(CLUSTER)} can assume role worker: no condition says whose token it must be.`,
  ],
  [
    'tokens whose pattern matches those of others',
    null,
    [tokens(GITHUB, { [`${GITHUB}:sub`]: 'repo:acme*' })],
    `Anyone who can get a token of ${arnOf(GITHUB)} can assume role worker: sub repo:acme* matches the tokens of others too.`,
  ],
  [
    'jobs of any project of an issuer',
    null,
    [tokens(GITHUB, { [`${GITHUB}:actor`]: 'bob' })],
    `Jobs of any project of ${GITHUB} can assume role worker: no condition names the project or its owner.`,
  ],
  [
    'those who were denied before',
    [allow({ AWS: other }), { ...allow({ AWS: other }), Effect: 'Deny' }],
    [allow({ AWS: other })],
    'Nothing denies any more that role worker is assumed by account 999999999999.',
  ],
])('%s', (_, before, after, message) => {
  expect(said(before, after)).toEqual([message]);
});
