import { constants, publicEncrypt } from 'node:crypto';
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

const withRsaKey = gapsFrom(async (aws) => {
  const key = { KeyUsage: 'ENCRYPT_DECRYPT', KeySpec: 'RSA_2048' };
  const { KeyMetadata } = await aws.kms('CreateKey', key);
  return { keyId: String(KeyMetadata.KeyId) };
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
  withRsaKey('KMS: Decrypt by RSAES_OAEP_SHA_256', async (aws, { keyId: KeyId }) => {
    const { PublicKey } = await aws.kms('GetPublicKey', { KeyId });
    const key = { key: Buffer.from(PublicKey, 'base64'), format: 'der', type: 'spki' } as const;
    const oaep = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };
    const CiphertextBlob = publicEncrypt({ ...key, ...oaep }, Buffer.from('secret')).toString('base64');
    const request = { KeyId, CiphertextBlob, EncryptionAlgorithm: 'RSAES_OAEP_SHA_256' };
    const { Plaintext } = await aws.kms('Decrypt', request);
    expect(Buffer.from(Plaintext, 'base64').toString()).toBe('secret');
    const symmetric = { KeyId: (await aws.kms('CreateKey', {})).KeyMetadata.KeyId };
    const made = await aws.kms('Encrypt', { ...symmetric, Plaintext: Buffer.from('other').toString('base64') });
    const other = await aws.kms('Decrypt', { ...symmetric, CiphertextBlob: made.CiphertextBlob });
    expect(Buffer.from(other.Plaintext, 'base64').toString()).toBe('other');
    const cutOff = { ...request, CiphertextBlob: Buffer.from('cut off').toString('base64') };
    await expect(aws.kms('Decrypt', cutOff)).rejects.toThrow('InvalidCiphertextException');
  }),
];
