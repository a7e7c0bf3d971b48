import { Unknown as NotKnown } from '@gatehouse/policy';
import { unknown } from '../model/value';
import { asDocument } from './statements-as-document';

const statement = {
  ...{ effect: 'Allow' as const, actions: [], notActions: [], resources: [], notResources: [] },
  ...{ principals: [], notPrincipals: [], conditions: [] },
};
type Policy = Parameters<typeof asDocument>[0];
const written = (more: object) =>
  (asDocument([{ ...statement, ...more }] as Policy) as { Statement: [Record<string, unknown>] }).Statement[0];

describe('a policy of the access model as a document', () => {
  it('says what its statements say, and leaves out what they do not', () => {
    const conditions = [{ operator: 'StringEquals', key: 'aws:SourceVpc', values: ['vpc-1'] }];
    expect(asDocument([{ ...statement, actions: ['execute-api:Invoke'], principals: ['*'], conditions }])).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          ...{ Effect: 'Allow', Principal: '*', Action: ['execute-api:Invoke'] },
          Condition: { StringEquals: { 'aws:SourceVpc': ['vpc-1'] } },
        },
      ],
    });
    expect(Object.keys(written({ notActions: ['execute-api:*'] }))).toEqual(['Effect', 'NotAction']);
  });

  it('has its principals by their kind', () => {
    const principals = ['AWS:arn:aws:iam::111122223333:root', 'Service:lambda.amazonaws.com', 'AWS:444455556666'];
    expect(written({ principals })['Principal']).toEqual({
      AWS: ['arn:aws:iam::111122223333:root', '444455556666'],
      Service: ['lambda.amazonaws.com'],
    });
  });

  it('does not know what the plan does not know', () => {
    const notKnown = expect.any(NotKnown) as unknown;
    expect(asDocument(unknown())).toEqual(notKnown);
    expect(asDocument([unknown()] as unknown as Policy)).toMatchObject({ Statement: [notKnown] });
    expect(written({ principals: unknown() })['Principal']).toEqual(notKnown);
    expect(written({ principals: [unknown()] })['Principal']).toEqual({ AWS: [notKnown] });
    expect(written({ actions: unknown() })['Action']).toEqual(notKnown);
    expect(written({ conditions: unknown() })['Condition']).toEqual(notKnown);
    expect(written({ conditions: [unknown()] })['Condition']).toEqual(notKnown);
  });
});
