import { surfaceFromSynth } from '../index';

const trust = (statement: object | object[] | string, rest: object = {}) =>
  surfaceFromSynth([
    {
      ...rest,
      resource: {
        aws_iam_role: {
          x: {
            name: 'x',
            assume_role_policy: typeof statement === 'string' ? statement : JSON.stringify({ Statement: statement }),
          },
        },
      },
    },
  ]).roles[0]?.trust;

describe('policy documents', () => {
  it.each([
    ['"*"', '*', ['*']],
    ['{"AWS":"*"}', { AWS: '*' }, ['*']],
    ['several kinds', { Service: ['b', 'a'], AWS: 'arn' }, ['AWS:arn', 'Service:a', 'Service:b']],
    ['{"Service":"*"}', { Service: '*' }, ['Service:*']],
  ])('read principals written as %s', (_, Principal, principals) => {
    expect(trust([{ Effect: 'Allow', Principal }])).toMatchObject([{ effect: 'Allow', principals }]);
  });

  it('may have one statement without a list', () => {
    expect(trust({ Effect: 'Deny', NotPrincipal: { AWS: 'a' }, Action: 'sts:*' })).toMatchObject([
      { effect: 'Deny', principals: [], notPrincipals: ['AWS:a'], actions: ['sts:*'] },
    ]);
  });

  it('give conditions by operator and key', () => {
    const Condition = { StringEquals: { 'aws:a': 'x', 'aws:b': ['z', 'y'] }, Bool: { 'aws:c': true } };
    expect(trust([{ Effect: 'Allow', Condition }])).toMatchObject([
      {
        conditions: [
          { operator: 'StringEquals', key: 'aws:a', values: ['x'] },
          { operator: 'StringEquals', key: 'aws:b', values: ['y', 'z'] },
          { operator: 'Bool', key: 'aws:c', values: ['true'] },
        ],
      },
    ]);
  });

  it('are unknown where they are made of other documents', () => {
    const data = {
      aws_iam_policy_document: {
        a: { source_policy_documents: ['${var.b}'], statement: [{ actions: ['s3:*'] }] },
      },
    };
    expect(trust('${data.aws_iam_policy_document.a.json}', { data })).toMatchObject({ unknown: true });
  });

  it('are read from the blocks of a document otherwise', () => {
    const statement = [
      { actions: ['b', 'a'], principals: [{ type: '*', identifiers: ['*'] }] },
      { effect: 'Deny', not_actions: ['c'], not_principals: [{ type: 'AWS', identifiers: ['d'] }] },
    ];
    const data = { aws_iam_policy_document: { a: { statement } } };
    expect(trust('${data.aws_iam_policy_document.a.json}', { data })).toMatchObject([
      { effect: 'Allow', principals: ['*'], actions: ['a', 'b'] },
      { effect: 'Deny', notPrincipals: ['AWS:d'], notActions: ['c'] },
    ]);
  });

  it('fails when a document does not parse', () => {
    expect(() => trust('{"Statement":')).toThrow('aws_iam_role.x.assume_role_policy: expected a JSON or YAML document');
  });
});
