import { found, handPlan } from '../../../testing/hand-plan';
import { entryOf, findingsOf, realPlan } from '../../../testing/real-plan';
import { differences, readPlans } from '../../index';

const POOL = 'aws_cognito_user_pool.people';
const ROLE = 'aws_iam_role.worker';
const unknownFindings = (...plan: Parameters<typeof found>) =>
  found(...plan).filter((each) => each.includes('access-unknown'));

describe('what becomes unknown', () => {
  it('is critical where who gets in depends on it', () => {
    expect(
      unknownFindings(
        {
          [POOL]: [
            { id: 'p', name: 'people', mfa_configuration: 'ON' },
            { id: 'p', name: 'people' },
            { mfa_configuration: true },
          ],
        },
        { [POOL]: { mfa_configuration: ['var.mfa'] } },
      ),
    ).toEqual([`critical access-unknown ${POOL}`]);
    const plan = realPlan('rest');
    const { change } = entryOf(plan, 'aws_api_gateway_method.route_closed_quiet');
    Object.assign(change, { before: { ...change.after, authorizer_id: change.before.authorizer_id } });
    delete change.after.authorization;
    change.after_unknown = { authorization: true };
    expect(findingsOf(plan)).toContainEqual(
      expect.objectContaining({
        rule: 'access-unknown',
        severity: 'critical',
        message: 'Known only after the apply for GET /route-closed-quiet: who may call it.',
      }),
    );
  });

  it('is the same where it is made from an object that had the value and is made again', () => {
    const function_ = (id: string) => ({ id, arn: `arn:aws:lambda:eu-west-1:123456789012:function:${id}` });
    const permission = {
      function_name: 'me',
      action: 'lambda:InvokeFunction',
      principal: 'apigateway.amazonaws.com',
    };
    const address = 'aws_lambda_permission.api';
    const changed = (arn: string) =>
      unknownFindings(
        {
          'aws_api_gateway_rest_api.shop': [
            { id: 'abc', name: 'shop', execution_arn: 'arn:aws:execute-api:eu-west-1:123456789012:abc' },
            { name: 'shop' },
            { id: true, execution_arn: true },
          ],
          [address]: [{ ...permission, source_arn: arn }, permission, { source_arn: true }],
        },
        {
          [address]: {
            source_arn: ['aws_api_gateway_rest_api.shop.execution_arn', 'aws_api_gateway_rest_api.shop'],
          },
        },
      );
    expect(changed('arn:aws:execute-api:eu-west-1:123456789012:abc/*/GET/me')).toEqual([]);
    expect(changed(`${function_('other').arn}/*`)).toEqual([`medium access-unknown ${address}`]);
  });

  it('is not reported of a new object, where the provider chooses what is not written', () => {
    const plan = realPlan('cognito');
    const address = 'aws_cognito_user_pool.user_pool_lost_replaced_fires';
    entryOf(plan, address).change.after_unknown.deletion_protection = true;
    delete entryOf(plan, address).change.after.deletion_protection;
    expect(
      findingsOf(plan)
        .filter((each) => each.address === address)
        .map(({ rule }) => rule),
    ).toEqual(['user-pool-lost']);
  });

  it('is not reported of what was unknown before', () => {
    const secret = { id: 'p', name: 'people', mfa_configuration: 'ON' };
    expect(unknownFindings({ [POOL]: [secret, { ...secret, mfa_configuration: 'ON' }] })).toEqual([]);
  });

  it('is reported of rights that no plan shows, and not of a policy that stays', () => {
    const trust = JSON.stringify({
      Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } }],
    });
    const role = { name: 'worker', assume_role_policy: trust };
    const policy = {
      role: 'worker',
      policy: JSON.stringify({
        Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::a/*' }],
      }),
    };
    const address = 'aws_iam_role_policy.work';
    expect(
      unknownFindings(
        { [ROLE]: [role, role], [address]: [policy, { role: 'worker' }, { policy: true }] },
        { [address]: { policy: ['aws_s3_bucket.new.arn'] } },
      ),
    ).toEqual([`critical access-unknown ${address}`]);
    expect(unknownFindings({ [ROLE]: [role, role], [address]: [policy, policy] })).toEqual([]);
  });
});

const METHOD = 'aws_api_gateway_method.ops';
const ACL = 'aws_lambda_permission.ops';

describe('what is not known of a new object', () => {
  const method = { http_method: 'GET', rest_api_id: 'abc', resource_id: 'r', authorization: 'CUSTOM' };
  const authorizer = {
    'aws_api_gateway_authorizer.new': [null, { name: 'new', type: 'TOKEN' }, { id: true }],
  } as const;

  it('is a finding where it decides who gets in', () => {
    const plan = [{ [METHOD]: [null, { ...method, authorization: undefined }, { authorization: true }] }, {}] as const;
    expect(unknownFindings(plan[0], { [METHOD]: { authorization: ['terraform_data.kind.output'] } })).toEqual([
      `high access-unknown ${METHOD}`,
    ]);
    expect(unknownFindings(plan[0], { [METHOD]: { authorization: [] } })).toEqual([`high access-unknown ${METHOD}`]);
  });

  it('is settled by what the same plan makes, however many references lead there', () => {
    const by = (...references: string[]) =>
      unknownFindings(
        {
          ...authorizer,
          'terraform_data.kind': [null, {}, { output: true }],
          [METHOD]: [null, method, { authorizer_id: true }],
        },
        { [METHOD]: { authorizer_id: references } },
      );
    expect(by('aws_api_gateway_authorizer.new.id', 'var.name')).toEqual([]);
    expect(by('terraform_data.kind.output')).toEqual([`high access-unknown ${METHOD}`]);
    expect(by('aws_api_gateway_authorizer.new.id', 'local.other')).toEqual([`high access-unknown ${METHOD}`]);
  });

  it('is no finding where nothing is written and AWS chooses', () => {
    const jobs = { 'aws_sqs_queue.jobs': [null, { name: 'jobs' }, { policy: true }] } as const;
    expect(unknownFindings(jobs, { 'aws_sqs_queue.jobs': {} })).toEqual([]);
  });

  it.each([
    ['aws_iam_role_policy.new', { policy: true }, 'critical'],
    ['aws_iam_role.new', { assume_role_policy: true }, 'critical'],
    ['aws_iam_role_policy_attachment.new', { policy_arn: true }, 'critical'],
    ['aws_lambda_permission.new', { principal: true }, 'critical'],
    ['aws_apigatewayv2_route.new', { authorization_type: true }, 'high'],
    ['aws_lambda_function_url.new', { authorization_type: true }, 'high'],
  ])('is a finding of what only its author writes, whatever the configuration shows: %s', (address, open, severity) => {
    const plan = { [address]: [null, { name: 'new' }, open] } as const;
    const finding = [`${severity} access-unknown ${address}`];
    expect(unknownFindings(plan)).toEqual(finding);
    expect(unknownFindings(plan, { [address]: {} })).toEqual(finding);
    expect(unknownFindings(plan, { [address]: { [Object.keys(open)[0] as string]: [] } })).toEqual(finding);
  });

  it('is a finding without a configuration, and of an object that is unknown as a whole', () => {
    const address = 'aws_sqs_queue.jobs';
    const finding = [`critical access-unknown ${address}`];
    expect(unknownFindings({ [address]: [null, { name: 'jobs' }, { policy: true }] })).toEqual(finding);
    const change = { actions: ['create'], before: null, after: { name: 'jobs' }, after_unknown: true };
    const resource_changes = [{ address, mode: 'managed', type: 'aws_sqs_queue', name: 'jobs', change }];
    expect(findingsOf({ format_version: '1.2', resource_changes }).map(({ rule }) => rule)).toContain('access-unknown');
  });

  it('is a finding in a plan with a name where the expression has no references', () => {
    const plan = handPlan({ [METHOD]: [null, { ...method, authorization: undefined }, { authorization: true }] });
    const resources = [{ mode: 'managed', type: 'aws_api_gateway_method', name: 'ops', address: METHOD }];
    const configuration = { root_module: { resources: [{ ...resources[0], expressions: { authorization: {} } }] } };
    const found = differences(readPlans({ shop: { ...plan, configuration } }));
    expect(found.map(({ rule }) => rule)).toContain('access-unknown');
  });

  it('is critical of a policy, of which references show no word', () => {
    const jobs = { 'aws_sqs_queue.jobs': [null, { name: 'jobs' }, { policy: true, arn: true }] } as const;
    expect(unknownFindings(jobs, { 'aws_sqs_queue.jobs': { policy: ['aws_sns_topic.news.arn'] } })).toEqual([
      'critical access-unknown aws_sqs_queue.jobs',
    ]);
  });
});

describe('what Terraform hides as sensitive', () => {
  const secret = (before: object | null, after: object, actions = ['update']) => {
    const change = { actions, before, after, after_unknown: {}, after_sensitive: { principal: true } };
    const [type, name] = ACL.split('.');
    const resource_changes = [{ address: ACL, mode: 'managed', type, name, change }];
    return findingsOf({ format_version: '1.2', resource_changes })
      .filter(({ rule }) => rule === 'access-unknown')
      .map(({ severity, message }) => `${severity} ${message}`);
  };
  const permission = { function_name: 'ops', action: 'lambda:InvokeFunction', principal: 's3.amazonaws.com' };

  it('is critical where it is a principal that is new or becomes another one', () => {
    const said = (subject: string) => [`critical Hidden as sensitive for ${subject}: its caller.`];
    expect(secret(permission, { ...permission, principal: '*' })).toEqual(said(ACL));
    expect(secret(null, permission, ['create'])).toEqual(said(`new ${ACL}`));
  });

  it('is no finding where it stays as it was', () => {
    expect(secret(permission, { ...permission, statement_id: 'ops' })).toEqual([]);
    expect(secret(permission, permission, ['no-op'])).toEqual([]);
  });
});

describe('what cannot be read', () => {
  const queue = (policy: string) => ({ name: 'jobs', policy });
  const role = { name: 'worker', assume_role_policy: '{"Statement":5}' };

  it('hides its resource only, and is a finding where it changes', () => {
    const plan = {
      'aws_sqs_queue.jobs': [queue(''), queue('no policy: [')],
      'aws_sqs_queue.same': [queue('no policy: ['), { ...queue('no policy: ['), delay_seconds: 5 }],
      [ROLE]: [null, role],
      [ACL]: [null, { function_name: 'ops', action: 'lambda:InvokeFunction', principal: '*' }],
    } as const;
    expect(unknownFindings(plan)).toEqual(['critical access-unknown aws_sqs_queue.jobs']);
    expect(found(plan).join()).toMatch(new RegExp(`function-\\S+ ${ACL}`));
  });

  it('leaves the rest of an API to be read', () => {
    const body = JSON.stringify({ paths: { '/a': { get: { security: 'x' } }, '/b': { get: {} } } });
    const api = 'aws_api_gateway_rest_api.shop';
    const findings = found({ [api]: [null, { name: 'shop', body }] });
    expect(findings).toContain(`high new-public-route ${api}#/paths/~1b/get`);
    expect(findings).toContain(`high access-unknown ${api}#/paths/~1a/get`);
  });
});
