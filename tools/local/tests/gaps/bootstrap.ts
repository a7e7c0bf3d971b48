import { type Gap, gapsFrom } from './gap';

const bucket = '/gap-bucket-policy';
const location =
  '<CreateBucketConfiguration><LocationConstraint>eu-west-1</LocationConstraint></CreateBucketConfiguration>';

const policy = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: 'arn:aws:s3:::gap-bucket-policy/*' }],
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
  withBucketPolicy("S3: a bucket policy's deny does not touch the deploy, only credentials of roles", async (aws) => {
    await aws.s3('PUT', `${bucket}/key`, 'x');
    expect(await aws.s3('GET', `${bucket}/key`)).toBe('x');
  }),
  withRole('IAM: AttachRolePolicy takes policies that AWS manages', async (aws) => {
    const PolicyArn = 'arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs';
    await aws.iam('AttachRolePolicy', { RoleName: 'gap-managed-policy', PolicyArn });
    expect(await aws.iam('ListAttachedRolePolicies', { RoleName: 'gap-managed-policy' })).toContain(PolicyArn);
  }),
];
