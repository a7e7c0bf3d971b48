import { type StackContent } from './index';
import { policyStatements } from './policy-document';

const reference = (name: string) => `\${data.aws_iam_policy_document.${name}.json}`;

const read = (documents: Record<string, Record<string, unknown>>, policy = reference('own')) =>
  policyStatements(policy, { data: { aws_iam_policy_document: documents } } as StackContent);

describe('the statements of a policy document', () => {
  it('are those of JSON: allowed unless it says otherwise, with principals and conditions', () => {
    expect(
      read({
        own: {
          statement: [
            {
              sid: 'Photos',
              actions: ['s3:GetObject'],
              resources: ['arn:aws:s3:::photos/&{aws:userid}/*'],
              principals: [{ type: 'Service', identifiers: ['lambda.amazonaws.com'] }],
              condition: [
                { test: 'StringEquals', variable: 'aws:ResourceTag/Team', values: ['a'] },
                { test: 'StringEquals', variable: 'aws:PrincipalTag/Team', values: ['b', 'c'] },
              ],
            },
            { effect: 'Deny', not_actions: ['s3:*'], not_resources: ['arn:aws:s3:::photos'] },
          ],
        },
      }),
    ).toEqual([
      {
        Sid: 'Photos',
        Effect: 'Allow',
        Action: ['s3:GetObject'],
        Resource: ['arn:aws:s3:::photos/$${aws:userid}/*'],
        Principal: { Service: ['lambda.amazonaws.com'] },
        Condition: { StringEquals: { 'aws:ResourceTag/Team': ['a'], 'aws:PrincipalTag/Team': ['b', 'c'] } },
      },
      { Effect: 'Deny', NotAction: ['s3:*'], NotResource: ['arn:aws:s3:::photos'] },
    ]);
  });

  it('are laid over those of its sources, and under those that override it, by their ids', () => {
    const sid = (name: string, action: string) => ({ sid: name, actions: [action], resources: ['*'] });
    const statements = read({
      own: {
        source_policy_documents: [reference('base')],
        statement: [sid('Two', 'x:Own'), { actions: ['x:Any'], resources: ['*'] }],
        override_policy_documents: [
          JSON.stringify({ Statement: { Sid: 'Three', Effect: 'Deny', Action: 'x:Over', Resource: '*' } }),
        ],
      },
      base: { statement: [sid('One', 'x:Base'), sid('Two', 'x:Base'), sid('Three', 'x:Base')] },
    });

    expect(statements?.map(({ Action, Sid }) => [Sid, [Action].flat().join()])).toEqual([
      ['One', 'x:Base'],
      ['Two', 'x:Own'],
      [undefined, 'x:Any'],
      ['Three', 'x:Over'],
    ]);
  });

  it.each([
    ['a document that is not there', reference('other')],
    ['another expression', '${jsonencode({})}'],
    ['no JSON', 'x'],
  ])('cannot be read of %s', (_, policy) => {
    expect(read({ own: { statement: [] } }, policy)).toBeUndefined();
  });

  it('cannot be read where a source cannot', () => {
    expect(read({ own: { source_policy_documents: ['${var.policy}'] } })).toBeUndefined();
  });
});
