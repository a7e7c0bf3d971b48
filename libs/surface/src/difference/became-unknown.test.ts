import { found } from '../../testing/hand-plan';
import { entryOf, findingsOf, realPlan } from '../../testing/real-plan';

const POOL = 'aws_cognito_user_pool.people';
const ROLE = 'aws_iam_role.worker';
const unknownFindings = (...plan: Parameters<typeof found>) =>
  found(...plan).filter((each) => each.includes('access-unknown'));

describe('what becomes unknown', () => {
  it('is reported as what decides who gets in (high), or about the rest (medium)', () => {
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
    ).toEqual([`medium access-unknown ${POOL}`]);
    const plan = realPlan('rest');
    const { change } = entryOf(plan, 'aws_api_gateway_method.route_closed_quiet');
    Object.assign(change, { before: { ...change.after, authorizer_id: change.before.authorizer_id } });
    delete change.after.authorization;
    change.after_unknown = { authorization: true };
    expect(findingsOf(plan)).toContainEqual(
      expect.objectContaining({
        rule: 'access-unknown',
        severity: 'high',
        message: 'What becomes of GET /route-closed-quiet is known only after the apply: who may call it.',
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
    ).toEqual([`medium access-unknown ${ROLE}`]);
    expect(unknownFindings({ [ROLE]: [role, role], [address]: [policy, policy] })).toEqual([]);
  });
});
