import { found, handPlan } from '../../../testing/hand-plan';
import { findingsOf } from '../../../testing/real-plan';

const POLICY = 'aws_iam_role_policy.p';
const statement = (action: string) => `{"Effect":"Allow","Action":${action},"Resource":"arn:aws:s3:::b/*"}`;
const policy = (statements: string) => `{"Version":"2012-10-17","Statement":[${statements}]}`;
const ONCE = policy(statement('"s3:GetObject"'));
/** What a reader that takes the last takes for the same. */
const TWICE = policy(statement('"*","Action":"s3:GetObject"'));
const plan = (before: string | null, after: string) => {
  const values = (text: string) => ({ name: 'p', role: 'r', policy: text });
  return { [POLICY]: [before === null ? null : values(before), values(after)] as const };
};
const unknownIn = (...change: Parameters<typeof plan>) =>
  found(plan(...change)).filter((each) => each.includes('access-unknown'));

describe('a policy with a key twice', () => {
  it('cannot be read where it is new or changed, also where the last one is as before', () => {
    expect(unknownIn(ONCE, TWICE)).toEqual([`critical access-unknown ${POLICY}`]);
    expect(unknownIn(null, TWICE)).toEqual([`critical access-unknown ${POLICY}`]);
    expect(unknownIn(ONCE, ONCE.replace(/}$/, ',"Statement":[]}'))).toEqual([`critical access-unknown ${POLICY}`]);
    expect(findingsOf(handPlan(plan(ONCE, TWICE)))).toContainEqual(
      expect.objectContaining({
        message: `In ${POLICY}, a key is there twice in one object of its policy: no one can tell which of them counts.`,
        remediation: 'Write each key once, best by jsonencode().',
      }),
    );
  });

  it('is not reported where it was so', () => {
    expect(unknownIn(TWICE, TWICE)).toEqual([]);
    expect(unknownIn(TWICE, ONCE)).toEqual([]);
  });

  it('is none where objects have the same keys', () => {
    expect(unknownIn(ONCE, policy([statement('"s3:GetObject"'), statement('"s3:ListBucket"')].join()))).toEqual([]);
  });
});

it('is found in the policies that a role has in it, as is one that is no document', () => {
  const role = (text: string) => ({
    ...{
      name: 'r',
      assume_role_policy: ONCE,
      inline_policy: [
        { name: 'a', policy: ONCE },
        { name: 'b', policy: text },
      ],
    },
  });
  const unknown = (text: string) =>
    found({ 'aws_iam_role.r': [role(ONCE), role(text)] }).filter((each) => each.includes('access-unknown'));
  expect(unknown(TWICE)).toEqual(['critical access-unknown aws_iam_role.r']);
  expect(unknown('{')).toEqual(['critical access-unknown aws_iam_role.r']);
  expect(unknown(ONCE)).toEqual([]);
});

it('is found in the body of an API', () => {
  const body = (routes: string) => `{"openapi":"3.0.1","paths":{${routes}}}`;
  const api = (text: string) => ({ id: 'a', name: 'shop', body: text });
  const [one, two] = ['"/a":{}', '"/a":{},"/a":{"get":{}}'].map((routes) => api(body(routes))) as [object, object];
  expect(
    found({ 'aws_api_gateway_rest_api.shop': [{ ...one }, { ...two }] }).filter((each) =>
      each.includes('access-unknown'),
    ),
  ).toEqual(['high access-unknown aws_api_gateway_rest_api.shop']);
});
