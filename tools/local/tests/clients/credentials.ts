import { GetObjectCommand, ListBucketsCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { fromCognitoIdentityPool } from '@aws-sdk/credential-providers';
import { type Row, source } from '../../testing/conformance';
import { passwordSignIn } from '../gaps/user-pool';
import { cli } from './cli';
import { addUser, PHOTOS, PRICES, REGION, type Scene } from './scene';

const page = source.cognitoGuide('getting-credentials');

/** As docs/local.md tells it. */
const credentialsOf = ({ emulator, identityPoolId }: Scene, logins?: Record<string, string>) =>
  fromCognitoIdentityPool({
    identityPoolId,
    logins,
    clientConfig: { region: REGION, endpoint: emulator.url },
  });

const configOf = (scene: Scene, logins?: Record<string, string>) => ({
  region: REGION,
  endpoint: scene.emulator.url,
  credentials: credentialsOf(scene, logins),
});

async function loginsOf({ aws, users }: Scene, email: string) {
  const { AuthenticationResult } = await passwordSignIn(aws, users.app!, email);
  return { [`cognito-idp.${REGION}.amazonaws.com/${users.UserPoolId}`]: AuthenticationResult.IdToken as string };
}

/** Temporary AWS credentials, by clients that AWS publishes. */
export const credentialRows: readonly Row<Scene>[] = [
  {
    name: 'AWS SDK v3: a guest reads what the role allows, and lists no buckets',
    source: page,
    prove: async (scene) => {
      const config = configOf(scene);
      const { Arn } = await new STSClient(config).send(new GetCallerIdentityCommand({}));
      expect(Arn).toBe('arn:aws:sts::123456789012:assumed-role/clients-guests/CognitoIdentityCredentials');
      const s3 = new S3Client({ ...config, forcePathStyle: true });
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: PRICES, Key: 'today.txt' }));
      expect(await Body!.transformToString()).toBe('42');
      await expect(s3.send(new ListBucketsCommand({}))).rejects.toMatchObject({ name: 'AccessDenied' });
    },
  },
  {
    name: 'AWS SDK v3: who is signed in writes below the own identity alone',
    source: source.iamGuide('reference_policies_examples_s3_cognito-bucket'),
    prove: async (scene) => {
      const config = configOf(scene, await loginsOf(scene, await addUser(scene)));
      const { identityId } = (await config.credentials()) as { identityId?: string };
      const s3 = new S3Client({ ...config, forcePathStyle: true });
      const put = (folder: string) =>
        s3.send(new PutObjectCommand({ Bucket: PHOTOS, Key: `${folder}/cat.txt`, Body: 'cat' }));
      await put(identityId!);
      await expect(put('eu-west-1:00000000-0000-4000-8000-000000000000')).rejects.toMatchObject({
        name: 'AccessDenied',
      });
    },
  },
  {
    name: 'AWS CLI: a guest is the role of guests, and lists no buckets',
    source: 'https://docs.aws.amazon.com/cli/latest/reference/sts/get-caller-identity.html',
    prove: async (scene) => {
      const { accessKeyId, secretAccessKey, sessionToken } = await credentialsOf(scene)();
      const environment = {
        AWS_ACCESS_KEY_ID: accessKeyId,
        AWS_SECRET_ACCESS_KEY: secretAccessKey,
        AWS_SESSION_TOKEN: sessionToken,
        AWS_REGION: REGION,
        AWS_DEFAULT_REGION: REGION,
        AWS_ENDPOINT_URL: scene.emulator.url,
        AWS_EC2_METADATA_DISABLED: 'true',
      };
      const who = await cli(['sts', 'get-caller-identity'], environment);
      expect(JSON.parse(who.stdout)).toMatchObject({
        Arn: 'arn:aws:sts::123456789012:assumed-role/clients-guests/CognitoIdentityCredentials',
      });
      const buckets = await cli(['s3api', 'list-buckets'], environment);
      expect([buckets.exitCode === 0, buckets.stderr]).toEqual([false, expect.stringContaining('AccessDenied')]);
    },
  },
];
