import { handPlan } from '../../testing/hand-plan';
import { findingsOf } from '../../testing/real-plan';
import { account, allow, document, OWN, OTHER, ofPolicy } from '../../testing/resource-policy';
import { differences, readPlans } from '..';

describe('what adds one statement to a policy', () => {
  it.each([
    ['aws_lambda_permission.p', { function_name: 'f', action: 'lambda:InvokeFunction', principal: OTHER }, 'critical'],
    [
      'aws_lambda_permission.p',
      { function_name: 'f', action: 'lambda:InvokeFunctionUrl', principal: OTHER, function_url_auth_type: 'AWS_IAM' },
      'high',
    ],
    [
      'aws_lambda_permission.p',
      { function_name: 'f', action: 'lambda:InvokeFunction', principal: 's3.amazonaws.com' },
      'high',
    ],
    [
      'aws_lambda_permission.p',
      { function_name: 'f', action: 'lambda:InvokeFunction', principal: 's3.amazonaws.com', source_account: OTHER },
      'critical',
    ],
    [
      'aws_lambda_layer_version_permission.l',
      { layer_name: 'l', version_number: 1, action: 'lambda:GetLayerVersion', principal: '*' },
      'critical',
    ],
    ['aws_cloudwatch_event_permission.e', { event_bus_name: 'default', principal: OTHER, statement_id: 's' }, 'high'],
    [
      'aws_kms_grant.g',
      { key_id: 'k', grantee_principal: `arn:aws:iam::${OTHER}:role/x`, operations: ['Decrypt'] },
      'critical',
    ],
    [
      'aws_kms_grant.g',
      { key_id: 'k', grantee_principal: `arn:aws:iam::${OWN}:role/x`, operations: ['Decrypt'] },
      undefined,
    ],
    ['aws_s3_bucket_acl.a', { bucket: 'b', acl: 'public-read' }, 'critical'],
    ['aws_s3_bucket_acl.a', { bucket: 'b', acl: 'log-delivery-write' }, undefined],
    [
      'aws_lambda_permission.p',
      { function_name: 'f', action: 'lambda:InvokeFunction', principal: 's3.amazonaws.com', source_account: OWN },
      undefined,
    ],
    [
      'aws_lambda_permission.p',
      {
        function_name: 'f',
        action: 'lambda:InvokeFunction',
        principal: 'alexa-appkit.amazon.com',
        event_source_token: 't',
      },
      undefined,
    ],
  ])('%s: %j', (address, values, severity) => {
    expect(ofPolicy(address, null, values)).toEqual(severity === undefined ? [] : [severity]);
    expect(ofPolicy(address, values, { ...values, statement_id: 'other' })).toEqual([]);
    expect(ofPolicy(address, values, null)).toEqual([]);
  });

  it('is reported when it loses its source', () => {
    const permission = { function_name: 'f', action: 'lambda:InvokeFunction', principal: 'sns.amazonaws.com' };
    const bound = { ...permission, source_arn: `arn:aws:sns:eu-west-1:${OWN}:t` };
    expect(ofPolicy('aws_lambda_permission.p', bound, permission)).toEqual(['high']);
    expect(ofPolicy('aws_lambda_permission.p', permission, bound)).toEqual([]);
  });

  it('is reported where the plan does not show whom it lets in', () => {
    const permission = (principal: string) => ({ function_name: 'f', action: 'lambda:InvokeFunction', principal });
    const wildcard = permission(`arn:aws:iam::${OTHER}:role/*`);
    const said = (after: object) =>
      findingsOf(handPlan({ 'aws_lambda_permission.p': [{ ...permission(OTHER) }, { ...after }] })).map(
        ({ severity, message }) => `${severity} ${message}`,
      );
    expect(said(wildcard)).toEqual([
      'critical The plan does not show who can use function f: its policy cannot be read (Statement[0].Principal.AWS: expected "*" or a principal without wildcards, found "arn:aws:iam::999999999999:role/*").',
    ]);
    expect(ofPolicy('aws_lambda_permission.p', wildcard, { ...wildcard, statement_id: 'other' })).toEqual([]);
  });
});

describe('people of a provider', () => {
  const Condition = {
    StringEquals: { 'aws:FederatedProvider': `arn:aws:iam::${OWN}:oidc-provider/login.example.com` },
  };
  const topic = (...statements: object[]) => ({
    arn: `arn:aws:sns:eu-west-1:${OWN}:t`,
    policy: document(allow({ AWS: OWN }, 'sns:Publish'), ...statements),
  });
  const said = (...issuers: string[]) =>
    differences({
      ...readPlans([
        handPlan({
          ...account,
          'aws_sns_topic_policy.t': [topic(), topic(allow('*', 'sns:Publish', { Condition }))],
        }) as never,
      ]),
      policy: { trusted: { accounts: [], organizations: [], issuers } },
    }).map(({ rule }) => rule);

  it('are news, unless the team trusts who signs them in', () => {
    expect(said()).toEqual(['resource-policy-widened']);
    expect(said('https://other.example.com')).toEqual(['resource-policy-widened']);
    expect(said('https://login.example.com')).toEqual([]);
  });
});
