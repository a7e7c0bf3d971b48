import { type Gap, gapsFrom } from './gap';

const bucket = '/gap-bucket-policy';
const location =
  '<CreateBucketConfiguration><LocationConstraint>eu-west-1</LocationConstraint></CreateBucketConfiguration>';

const header = 's3:x-amz-server-side-encryption';
const statement = { Effect: 'Deny', Principal: '*', Resource: 'arn:aws:s3:::gap-bucket-policy/*' };
const policy = {
  Version: '2012-10-17',
  Statement: [
    { ...statement, Action: 's3:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
    { ...statement, Action: 's3:*', Condition: { NumericLessThan: { 's3:TlsVersion': '1.2' } } },
    {
      ...statement,
      Action: 's3:PutObject',
      Condition: { Null: { [header]: 'false' }, StringNotEquals: { [header]: ['aws:kms', 'other'] } },
    },
  ],
};

const withBucketPolicy = gapsFrom(async (aws) => {
  await aws.s3('PUT', bucket, location);
  await aws.s3('PUT', `${bucket}?policy`, JSON.stringify(policy));
  return {};
});

const withRole = gapsFrom(async (aws) => {
  const AssumeRolePolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: [] });
  await aws.iam('CreateRole', { RoleName: 'gap-managed-policy', AssumeRolePolicyDocument });
  return {};
});

/** What the account bootstrap needs. */
export const bootstrap: Gap[] = [
  withBucketPolicy('S3: a bucket policy denies what its conditions say, and nothing else', async (aws) => {
    const put = (encryption?: string) =>
      aws.s3('PUT', `${bucket}/key`, 'x', encryption ? { 'x-amz-server-side-encryption': encryption } : {});
    await put();
    await put('aws:kms');
    expect(await aws.s3('GET', `${bucket}/key`)).toBe('x');
    await expect(put('AES256')).rejects.toMatchObject({ status: 403 });
  }),
  withRole('IAM: AttachRolePolicy takes policies that AWS manages', async (aws) => {
    const PolicyArn = 'arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs';
    await aws.iam('AttachRolePolicy', { RoleName: 'gap-managed-policy', PolicyArn });
    expect(await aws.iam('ListAttachedRolePolicies', { RoleName: 'gap-managed-policy' })).toContain(PolicyArn);
  }),
];
