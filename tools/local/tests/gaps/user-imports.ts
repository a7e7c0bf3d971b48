import { source } from '../../testing/conformance';
import { type Aws } from './aws';
import { type IdentityGap, identityGapsFrom, type Made } from './gap';
import { makeUserPool } from './user-pool';

const gap = identityGapsFrom(makeUserPool);

/** Users that come out of a CSV file, or out of a list. */
export const userImports: IdentityGap[] = [
  gap(
    'GetCSVHeader: all attributes but the sub, custom ones too',
    source.userPools('GetCSVHeader'),
    async (aws, { UserPoolId }) => {
      const CustomAttributes = [{ Name: 'tenant', AttributeDataType: 'String' }];
      await aws.idp('AddCustomAttributes', { UserPoolId, CustomAttributes });
      const { CSVHeader } = await aws.idp('GetCSVHeader', { UserPoolId });
      expect(CSVHeader).toEqual(
        expect.arrayContaining(['cognito:username', 'cognito:mfa_enabled', 'email_verified', 'custom:tenant']),
      );
      expect(CSVHeader).not.toContain('sub');
    },
  ),
  gap(
    'StartUserImportJob: users of the file must set a password, a user that exists is skipped, a row without a verified address fails',
    source.cognitoGuide('cognito-user-pools-using-import-tool-csv-header'),
    async (aws, made) => {
      await verifyEmail(aws, made);
      const { answer } = await importRows(aws, made, [
        { 'cognito:username': 'eve@example.com', email: 'eve@example.com', email_verified: 'true', name: 'Eve\\, Dr.' },
        { 'cognito:username': made.email!, email: made.email!, email_verified: 'true' },
        { 'cognito:username': 'no@example.com', email: 'no@example.com', email_verified: 'false' },
      ]);
      expect(answer).toMatchObject({ Status: 'Succeeded', ImportedUsers: 1, SkippedUsers: 1, FailedUsers: 1 });
      const user = await aws.idp('AdminGetUser', { UserPoolId: made.UserPoolId, Username: 'eve@example.com' });
      expect(user.UserStatus).toBe('RESET_REQUIRED');
      expect(user.UserAttributes).toContainEqual({ Name: 'name', Value: 'Eve, Dr.' });
    },
  ),
  gap(
    'StartUserImportJob: a row that does not fit the schema fails, and the others are imported',
    source.cognitoGuide('cognito-user-pools-using-import-tool-cloudwatch'),
    async (aws, made) => {
      await verifyEmail(aws, made);
      const short = { Name: 'code', AttributeDataType: 'String', StringAttributeConstraints: { MaxLength: '4' } };
      await aws.idp('AddCustomAttributes', { UserPoolId: made.UserPoolId, CustomAttributes: [short] });
      const row = (email: string, code: string) => ({
        'cognito:username': email,
        email,
        email_verified: 'true',
        'custom:code': code,
      });
      const rows = [row('long@example.com', '12345'), row('short@example.com', '1234')];
      const { answer } = await importRows(aws, made, rows);
      expect(answer).toMatchObject({ Status: 'Succeeded', ImportedUsers: 1, FailedUsers: 1 });
    },
  ),
  gap(
    'StartUserImportJob: another header fails the job, and the file is wanted first',
    source.userPools('StartUserImportJob'),
    async (aws, made) => {
      await verifyEmail(aws, made);
      const { UserPoolId } = made;
      const { JobId, PreSignedUrl } = await newJob(aws, UserPoolId!);
      await expect(aws.idp('StartUserImportJob', { UserPoolId, JobId })).rejects.toMatchObject({
        code: 'PreconditionNotMetException',
      });
      await upload(PreSignedUrl, 'name\nEve\n');
      expect((await aws.idp('StartUserImportJob', { UserPoolId, JobId })).UserImportJob.Status).toBe('Pending');
      const { UserImportJob } = await aws.idp('DescribeUserImportJob', { UserPoolId, JobId });
      expect(UserImportJob).toMatchObject({ Status: 'Failed', ImportedUsers: 0 });
      const { UserImportJobs } = await aws.idp('ListUserImportJobs', { UserPoolId, MaxResults: 10 });
      expect(UserImportJobs).toMatchObject([{ JobId }]);
    },
  ),
  gap(
    'CreateUserImportJob: the address takes one file, encrypted by KMS',
    source.cognitoGuide('cognito-user-pools-using-import-tool-cli'),
    async (aws, { UserPoolId }) => {
      const { PreSignedUrl } = await newJob(aws, UserPoolId!);
      expect(await upload(PreSignedUrl, 'x', {})).toBe(403);
      expect(await upload(PreSignedUrl.replace(/.$/, '~'), 'x')).toBe(403);
      expect(await upload(PreSignedUrl, 'x')).toBe(200);
    },
  ),
  gap('ListUsers: refuses a token that it never gave', source.userPools('ListUsers'), async (aws, { UserPoolId }) => {
    await expect(aws.idp('ListUsers', { UserPoolId, PaginationToken: 'forgotten' })).rejects.toMatchObject({
      code: 'InvalidParameterException',
      reason: 'Invalid pagination token',
    });
  }),
];

/** A job starts only in a pool that verifies an address by itself. */
const verifyEmail = (aws: Aws, { UserPoolId }: Made) =>
  aws.idp('UpdateUserPool', { UserPoolId, AutoVerifiedAttributes: ['email'] });

async function newJob(aws: Aws, UserPoolId: string): Promise<{ JobId: string; PreSignedUrl: string }> {
  const CloudWatchLogsRoleArn = 'arn:aws:iam::123456789012:role/logs';
  return (await aws.idp('CreateUserImportJob', { UserPoolId, JobName: 'job', CloudWatchLogsRoleArn })).UserImportJob;
}

const encryption = { 'x-amz-server-side-encryption': 'aws:kms' };

const upload = async (url: string, body: string, headers: Record<string, string> = encryption): Promise<number> =>
  (await fetch(url, { method: 'PUT', body, headers })).status;

async function importRows(aws: Aws, { UserPoolId }: Made, rows: readonly Record<string, string>[]) {
  const { CSVHeader } = await aws.idp('GetCSVHeader', { UserPoolId });
  const names = CSVHeader as string[];
  const lines = rows.map((row) => names.map((name) => row[name] ?? (name === 'cognito:mfa_enabled' ? 'FALSE' : '')));
  const { JobId, PreSignedUrl } = await newJob(aws, UserPoolId!);
  await upload(PreSignedUrl, [names, ...lines].map((line) => line.join(',')).join('\n'));
  await aws.idp('StartUserImportJob', { UserPoolId, JobId });
  return { answer: (await aws.idp('DescribeUserImportJob', { UserPoolId, JobId })).UserImportJob as unknown };
}
