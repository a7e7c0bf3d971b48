import { type UserPoolType } from '@aws-sdk/client-cognito-identity-provider';
import { type ExportedUser } from '../model';
import { failedRows, misfits } from './failed-rows';
import { misfitOf } from './misfit';
import { type Target } from './target';

const pool: UserPoolType = {
  AutoVerifiedAttributes: ['email', 'phone_number'],
  SchemaAttributes: [
    { Name: 'sub', AttributeDataType: 'String', Required: true, StringAttributeConstraints: { MinLength: '1' } },
    { Name: 'name', AttributeDataType: 'String', Required: true },
    {
      Name: 'custom:tenant',
      AttributeDataType: 'String',
      StringAttributeConstraints: { MinLength: '2', MaxLength: '4' },
    },
    { Name: 'custom:seats', AttributeDataType: 'Number', NumberAttributeConstraints: { MinValue: '1', MaxValue: '9' } },
  ],
};

const fitting = { email: 'a@example.com', email_verified: 'true', name: 'Ann' };

const user = (username: string, attributes: Record<string, string>): ExportedUser => ({
  username,
  status: 'CONFIRMED',
  enabled: true,
  created: '',
  attributes,
});

const target: Target = {
  userPoolId: 'eu-west-1_New',
  columns: [],
  groups: new Set(),
  providers: new Set(),
  nameOf: ({ username }) => username,
  misfit: (each) => misfitOf(pool, each),
  logGroup: '/aws/cognito/userpools/eu-west-1_New/acme',
};

const job = (FailedUsers: number) => ({ JobId: 'import-1', JobName: 'gatehouse-1', FailedUsers });

describe('a user whom a pool does not take', () => {
  it.each([
    [{ ...fitting, email_verified: 'false' }, 'expected a verified email or phone_number, found none'],
    [{ ...fitting, email: '', name: '' }, 'name: required, but the user has none'],
    [{ ...fitting, 'custom:tenant': 'x' }, 'custom:tenant: expected at least 2 characters, found 1'],
    [{ ...fitting, 'custom:tenant': 'large' }, 'custom:tenant: expected at most 4 characters, found 5'],
    [{ ...fitting, 'custom:seats': '10' }, 'custom:seats: expected at most 9, found 10'],
    [{ ...fitting, 'custom:seats': 'many' }, 'custom:seats: expected a number, found many'],
  ])('has a reason: %j', (attributes, reason) => {
    expect(misfitOf(pool, user('ann', attributes))).toBe(reason);
  });

  it('is none who has what the pool wants', () => {
    expect(misfitOf(pool, user('ann', { ...fitting, 'custom:tenant': 'acme', 'custom:seats': '9' }))).toBeUndefined();
  });
});

describe('the rows of a job that failed', () => {
  const users = [user('ann', fitting), user('bob', { name: 'Bob' })];

  it('have row, user and reason, and where Cognito has the rest', () => {
    expect(failedRows(target, users, job(3))).toEqual([
      'row 2, user bob: expected a verified email or phone_number, found none',
      '2 more, which only Cognito knows the reason of',
      'The log group /aws/cognito/userpools/eu-west-1_New/acme, stream import-1/gatehouse-1, has a line for each row.',
    ]);
  });

  it('are none where all were imported', () => {
    expect(failedRows(target, users, job(0))).toEqual([]);
  });

  it('are the first twenty of many', () => {
    const many = Array.from({ length: 25 }, (_, index) => user(`user${index}`, { name: 'x' }));
    const lines = misfits(target, many);
    expect([lines.length, lines.at(-1)]).toEqual([21, '5 more of this kind']);
  });
});
