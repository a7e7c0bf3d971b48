import { Unknown } from '@gatehouse/policy';
import { allow, document, OTHER, OWN, root } from '../../testing/resource-policy';
import { isPlain } from './plain';

const send = 'sqs:SendMessage';
const role = { AWS: `arn:aws:iam::${OWN}:role/app` };
const service = (Condition?: object) => allow({ Service: 'sns.amazonaws.com' }, send, { Condition });
const from = (source: unknown) => service({ ArnLike: { 'aws:SourceArn': source } });
const deny = { ...allow('*', 'sqs:*'), Effect: 'Deny' };
const plain = (before: readonly object[] | undefined, after: readonly object[], own: string | undefined = OWN) =>
  isPlain(before && document(...before), { Version: '2012-10-17', Statement: after }, own);

describe('a policy needs no closer look', () => {
  it.each([
    ['its own account', allow(root(OWN), send)],
    ['its own account by its number', allow({ AWS: OWN }, send)],
    ['roles of its own account', allow({ AWS: [role.AWS, `arn:aws:sts::${OWN}:assumed-role/app/x`] }, send)],
    ['a service for its own account', service({ StringEquals: { 'aws:SourceAccount': OWN } })],
    ['a service for one of its own topics', from(`arn:aws:sns:eu-west-1:${OWN}:t`)],
    ['a service for a topic that the plan makes', from(new Unknown())],
    ['a service for a bucket', from('arn:aws:s3:::photos')],
    ['nobody', deny],
  ])('where it lets in %s', (_, statement) => {
    expect(plain(undefined, [statement])).toBe(true);
    expect(plain([allow(role, send)], [statement, allow(role, send)])).toBe(true);
  });

  it('where what it gives more than everyday rights was there before', () => {
    const all = allow(role, 'sqs:*');
    expect(plain([all], [all, allow(role, send)])).toBe(true);
    expect(plain([all, deny], [deny])).toBe(true);
  });
});

describe('a policy needs a closer look', () => {
  it.each([
    ['another account', allow(root(OTHER), send)],
    ['another account by its number', allow({ AWS: OTHER }, send)],
    ['its own account and another one', allow({ AWS: [role.AWS, `arn:aws:iam::${OTHER}:role/app`] }, send)],
    ['everyone', allow('*', send)],
    ['everyone but one', { Effect: 'Allow', NotPrincipal: role, Action: send, Resource: '*' }],
    ['everyone but one, beside its own', { ...allow(role, send), NotPrincipal: root(OTHER) }],
    ['whom the plan does not show', allow({ AWS: new Unknown() }, send)],
    ['people of a provider', allow({ Federated: OWN }, send)],
    ['a role that gets control', allow(role, 'sqs:*')],
    ['a role for actions that are not known', allow(role, new Unknown() as never)],
    ['a role for everything but an action', { Effect: 'Allow', Principal: role, NotAction: send, Resource: '*' }],
    ['a role that reads secrets', allow(role, 'secretsmanager:GetSecretValue')],
    ['a service for whomever', service()],
    ['a service for another account', service({ StringEquals: { 'aws:SourceAccount': OTHER } })],
    ['a service for all but its own account', service({ StringNotEquals: { 'aws:SourceAccount': OWN } })],
    ['a service by another key', service({ StringEquals: { 'aws:PrincipalAccount': OWN } })],
    ['a service for its own account and another one', service({ StringEquals: { 'aws:SourceAccount': [OWN, OTHER] } })],
    ['a service for a topic of another account', from(`arn:aws:sns:eu-west-1:${OTHER}:t`)],
    ['a service for a topic of any account', from('arn:aws:sns:eu-west-1::t')],
    ['a service for anything of its own account', from(`arn:aws:sns:eu-west-1:${OWN}:*`)],
    ['a service for any other service', from(`arn:aws:*:eu-west-1:${OWN}:t`)],
    ['a service for what a variable says', from(`arn:aws:sns:eu-west-1:${OWN}:$` + '{aws:username}')],
    ['a service for what is secret', from(new Unknown('sensitive'))],
    ['a service for a number', from(1)],
    ['a service for what is no ARN', from('arn')],
    ['an effect that is none', { ...allow(role, send), Effect: 'Maybe' }],
  ])('where it lets in %s', (_, statement) => {
    expect(plain(undefined, [statement])).toBe(false);
  });

  it('where something that it denied is allowed, or was not known', () => {
    expect(plain([deny, allow(role, send)], [allow(role, send)])).toBe(false);
    expect(isPlain(new Unknown(), document(allow(role, send)), OWN)).toBe(false);
    expect(isPlain('{', document(allow(role, send)), OWN)).toBe(false);
  });

  it('where nobody knows its account', () => {
    expect(isPlain(undefined, document(allow(role, send)), undefined)).toBe(false);
    expect(isPlain(undefined, document(from(`arn:aws:sns:eu-west-1:${OWN}:t`)), undefined)).toBe(false);
  });

  it('where it cannot be read', () => {
    expect(isPlain(undefined, new Unknown(), OWN)).toBe(false);
    expect(isPlain(undefined, '{', OWN)).toBe(false);
    expect(isPlain(undefined, { Statement: new Unknown() }, OWN)).toBe(false);
  });
});
