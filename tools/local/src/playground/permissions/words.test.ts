import { readPolicy } from '@gatehouse/policy';
import { anApi } from '../../gateway/testing/surface';
import { permissionOf } from './words';

const api = anApi({ name: 'orders' });
const route = (path: string): string => `${api.executionArn}/${path}`;

function wordsOf(statement: object): string[] {
  const document = { Version: '2012-10-17', Statement: statement };
  const { statements } = readPolicy('identity', { name: 'p', document });
  return statements.map((each) => permissionOf('p', each, [api]).words);
}

const allow = { Effect: 'Allow', Action: 'execute-api:Invoke' };

describe('what a statement says', () => {
  it.each([
    [{ ...allow, Resource: route('local/GET/prices/{id}') }, 'on GET /prices/{id} of orders, stage local.'],
    [{ ...allow, Resource: route('*/*/*') }, 'on any method /* of orders, any stage.'],
    [{ ...allow, Resource: route('*') }, `on ${route('*')}.`],
    [{ ...allow, Resource: '*' }, 'on everything.'],
    [{ ...allow, NotResource: 'arn:aws:s3:::b/*' }, 'on every resource but arn:aws:s3:::b/*.'],
  ])('names routes as people do: %j', (statement, words) => {
    expect(wordsOf(statement)).toEqual([`Allows execute-api:Invoke ${words}`]);
  });

  it('names what is left out, and conditions', () => {
    const Condition = {
      StringEquals: { 'aws:SourceIp': ['10.0.0.1', '10.0.0.2'] },
      Bool: { 'aws:SecureTransport': true },
    };

    expect(wordsOf({ Effect: 'Deny', NotAction: ['s3:*', 'sns:*'], Resource: '*', Condition })).toEqual([
      'Denies every action but s3:*, sns:* on everything, if aws:SourceIp StringEquals 10.0.0.1 or 10.0.0.2 and aws:SecureTransport Bool true.',
    ]);
  });
});
