import { handPlan } from '../../testing/hand-plan';
import { findingsOf } from '../../testing/real-plan';

const ACCOUNT = '123456789012';
const LIMIT = `arn:aws:iam::${ACCOUNT}:policy/limit`;
const document = (...Statement: object[]) => JSON.stringify({ Version: '2012-10-17', Statement });
const allow = (Action: string, Resource: string) => ({ Effect: 'Allow', Action, Resource });
const photo = allow('s3:GetObject', 'arn:aws:s3:::photos/*');
const order = allow('dynamodb:GetItem', `arn:aws:dynamodb:eu-west-1:${ACCOUNT}:table/orders`);
const worker = {
  name: 'worker',
  arn: `arn:aws:iam::${ACCOUNT}:role/worker`,
  permissions_boundary: LIMIT,
  assume_role_policy: document({
    ...{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } },
  }),
};
const limit = (...statements: object[]) => ({ name: 'limit', arn: LIMIT, policy: document(...statements) });

/** What a boundary of one role is said to let through when statements are added to it. */
const lets = (...added: object[]): string[] =>
  findingsOf(
    handPlan({
      'aws_iam_role.worker': [worker, worker],
      'aws_iam_policy.limit': [limit(photo), limit(photo, ...added)],
    }),
  ).map(({ severity, rule, address, message }) => `${severity} ${rule} ${address}: ${message}`);

describe('a boundary whose policy changes', () => {
  const widened = 'high boundary-widened aws_iam_policy.limit: Role worker can be given';
  it('lets through more where it has every action of a service, and says nothing of narrow rights', () => {
    expect(lets(order)).toEqual([]);
    expect(lets(order, allow('sqs:*', `arn:aws:sqs:eu-west-1:${ACCOUNT}:jobs`))).toEqual([
      expect.stringMatching(/given sqs:\* on arn:aws:sqs:eu-west-1:123456789012:jobs: the boundary lets it through/),
    ]);
  });

  it('lets through what leads to other rights, however narrow', () => {
    const code = `arn:aws:lambda:eu-west-1:${ACCOUNT}:function:api`;
    expect(lets(allow('lambda:UpdateFunctionCode', code))).toEqual([
      `${widened} lambda:UpdateFunctionCode on ${code}: the boundary lets it through. A principal with lambda:UpdateFunctionCode can run its own code with the role of an existing resource.`,
    ]);
  });
});
