import { isMirrored } from './mirrored';

const role = (...arns: string[]) => ({ name: 'fn', managed_policy_arns: arns });
const drift = (before: object, after: object, type = 'aws_iam_role') => ({
  type,
  before: before as Record<string, unknown>,
  after: after as Record<string, unknown>,
});
const attachment = { type: 'aws_iam_role_policy_attachment', before: { role: 'fn', policy_arn: 'a' } };
const exclusive = { type: 'aws_iam_policy_attachment', before: { roles: ['other', 'fn'], policy_arn: 'b' } };
const arns = 'managed_policy_arns';

describe('a drift', () => {
  it('mirrors attachments of the stack, by whichever resource', () => {
    expect(isMirrored(drift(role(), role('a')), arns, [attachment])).toBe(true);
    expect(isMirrored(drift(role(), role('b')), arns, [exclusive])).toBe(true);
    expect(isMirrored(drift(role(), role('a', 'b')), arns, [attachment, exclusive])).toBe(true);
  });

  it('is one where a policy was attached by hand', () => {
    expect(isMirrored(drift(role(), role('a', 'evil')), arns, [attachment, exclusive])).toBe(false);
    expect(isMirrored(drift(role(), role('b')), arns, [])).toBe(false);
    const elsewhere = { ...exclusive, before: { ...exclusive.before, roles: ['other'] } };
    expect(isMirrored(drift(role(), role('b')), arns, [elsewhere])).toBe(false);
  });

  it('is none where a pool shows the domain that a resource gave it, and one where it has another', () => {
    const [before, after] = [{ id: 'pool' }, { id: 'pool', domain: 'shop' }];
    const domain = (name: string) => ({
      type: 'aws_cognito_user_pool_domain',
      before: { user_pool_id: 'pool', domain: name },
    });
    const pool = drift(before, after, 'aws_cognito_user_pool');

    expect(isMirrored(pool, 'domain', [domain('shop')])).toBe(true);
    expect(isMirrored(pool, 'domain', [domain('other')])).toBe(false);
    expect(isMirrored(pool, 'domain', [])).toBe(false);
  });

  it('is none where AWS has a sign-in page or a deployment of its own anew', () => {
    const page = drift({ version: '1' }, { version: '2' }, 'aws_cognito_user_pool_domain');
    const stage = (auto_deploy: boolean) =>
      drift({ deployment_id: 'a' }, { deployment_id: 'b', auto_deploy }, 'aws_apigatewayv2_stage');

    expect(isMirrored(page, 'version', [])).toBe(true);
    expect(isMirrored({ ...page, type: 'aws_lambda_function' }, 'version', [])).toBe(false);
    expect(isMirrored(stage(true), 'deployment_id', [])).toBe(true);
    expect(isMirrored(stage(false), 'deployment_id', [])).toBe(false);
  });

  it('is none where AWS counts', () => {
    const [before, after] = [{ attachment_count: 0 }, { attachment_count: 1 }];
    expect(isMirrored(drift(before, after, 'aws_iam_policy'), 'attachment_count', [])).toBe(true);
  });

  it('mirrors a policy that a resource of its own sets', () => {
    const policy = { type: 'aws_sns_topic_policy', before: { arn: 't' } };
    const topic = drift({ arn: 't', policy: '{}' }, { arn: 't', policy: '{"Statement":[]}' }, 'aws_sns_topic');
    expect(isMirrored(topic, 'policy', [policy])).toBe(true);
    expect(isMirrored(topic, 'policy', [])).toBe(false);
    expect(isMirrored(topic, 'display_name', [policy])).toBe(false);
  });
});
