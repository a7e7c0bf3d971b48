import { roleCredentials } from '../../src/emulator';
import { form, json, rest, s3 } from './requests';
import { grant, type RoleRow } from './row';
import { type Keys, presign, send, type Sent, type Signed } from './wire';
import { type World } from './world';

const page = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html';
const errors = 'https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html';
const s3Errors = 'https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html';

const getItem = json('dynamodb', 'GetItem', { TableName: 'orders', Key: { pk: { S: 'a' } } });
const publish = form('sns', 'Publish', { TopicArn: 'arn:aws:sns:eu-west-1:123456789012:news', Message: 'm' });
const object = s3('GET', '/prices/a/one.txt');
const functions = rest('lambda', 'GET', '/2015-03-31/functions');

interface Case {
  readonly sent: Sent;
  /** Other keys than were issued. */
  readonly keys?: (keys: Keys) => Keys;
  /** What happens to it on its way. */
  readonly change?: (signed: Signed) => Signed;
  readonly status: number;
  readonly code: string;
}

const row = (name: string, source: string, { change, code, keys = (k) => k, sent, status }: Case): RoleRow => ({
  name,
  source,
  prove: async (world) => {
    const answer = await send(world.emulator.url, sent, keys(await mighty(world)), change);
    expect([answer.status, answer.code]).toEqual([status, code]);
  },
});

const mighty = (world: World) => world.role({ inline: [grant('*')] });
const otherSecret = (keys: Keys): Keys => ({ ...keys, secretAccessKey: 'x'.repeat(40) });
const otherToken = (keys: Keys): Keys => ({ ...keys, sessionToken: 'made-up' });
const noToken = ({ accessKeyId, secretAccessKey }: Keys): Keys => ({ accessKeyId, secretAccessKey });
const unknownKey = (keys: Keys): Keys => ({ ...keys, accessKeyId: 'ASIAMADEUPMADEUPMADE' });
const minutesAgo = (minutes: number): Date => new Date(Date.now() - minutes * 60_000);

/** Signatures and credentials. */
export const signatures: RoleRow[] = [
  row('Another secret: JSON', page, {
    sent: getItem,
    keys: otherSecret,
    status: 400,
    code: 'InvalidSignatureException',
  }),
  row('Another secret: query', page, { sent: publish, keys: otherSecret, status: 403, code: 'SignatureDoesNotMatch' }),
  row('Another secret: REST', page, {
    sent: functions,
    keys: otherSecret,
    status: 403,
    code: 'InvalidSignatureException',
  }),
  row('Another secret: S3', s3Errors, { sent: object, keys: otherSecret, status: 403, code: 'SignatureDoesNotMatch' }),
  row('A body that was changed after it was signed', page, {
    sent: getItem,
    change: (signed) => ({ ...signed, body: String(signed.body).replace('orders', 'others') }),
    status: 400,
    code: 'InvalidSignatureException',
  }),
  row('A path that was changed', s3Errors, {
    sent: object,
    change: (signed) => ({ ...signed, path: '/private/a/one.txt' }),
    status: 403,
    code: 'SignatureDoesNotMatch',
  }),
  row('An operation that was changed', page, {
    sent: getItem,
    change: (signed) => ({ ...signed, headers: { ...signed.headers, 'x-amz-target': 'DynamoDB_20120810.DeleteItem' } }),
    status: 400,
    code: 'InvalidSignatureException',
  }),
  row('Another session token: JSON', errors, {
    sent: getItem,
    keys: otherToken,
    status: 400,
    code: 'UnrecognizedClientException',
  }),
  row('Another session token: S3', s3Errors, { sent: object, keys: otherToken, status: 400, code: 'InvalidToken' }),
  row('No session token', errors, { sent: publish, keys: noToken, status: 403, code: 'InvalidClientTokenId' }),
  row('An unknown key: JSON', errors, {
    sent: getItem,
    keys: unknownKey,
    status: 400,
    code: 'UnrecognizedClientException',
  }),
  row('An unknown key: query', errors, { sent: publish, keys: unknownKey, status: 403, code: 'InvalidClientTokenId' }),
  row('An unknown key: S3', s3Errors, { sent: object, keys: unknownKey, status: 403, code: 'InvalidAccessKeyId' }),
  row('A signature of twenty minutes ago: JSON', page, {
    sent: { ...getItem, at: minutesAgo(20) },
    status: 400,
    code: 'InvalidSignatureException',
  }),
  row('A signature of twenty minutes ago: S3', s3Errors, {
    sent: { ...object, at: minutesAgo(20) },
    status: 403,
    code: 'RequestTimeTooSkewed',
  }),
  row('A signature of version 2 is not taken', page, {
    sent: object,
    change: (signed) => ({
      ...signed,
      headers: { ...signed.headers, authorization: `AWS ${keyOf(signed)}:c2lnbmF0dXJl` },
    }),
    status: 403,
    code: 'AccessDenied',
  }),
  row('A header whose Credential does not come first is not taken', page, {
    sent: form('sts', 'GetCallerIdentity'),
    change: (signed) => ({
      ...signed,
      headers: {
        ...signed.headers,
        authorization: String(signed.headers['authorization']).replace(
          /(Credential=[^,]+), (SignedHeaders=[^,]+)/,
          '$2, $1',
        ),
      },
    }),
    status: 403,
    code: 'AccessDenied',
  }),
  {
    name: 'Credentials that are over',
    source: errors,
    prove: async (world) => {
      const { arn } = await mighty(world);
      const keys = await roleCredentials(world.emulator.internal, { roleArn: arn, sessionName: 'test', seconds: -1 });
      const answers = [
        await world.send(getItem, keys),
        await world.send(publish, keys),
        await world.send(object, keys),
      ];
      expect(answers.map(({ code }) => code)).toEqual(['ExpiredTokenException', 'ExpiredToken', 'ExpiredToken']);
    },
  },
  {
    name: 'A presigned URL does what its signer may, on the object that it names, as long as it holds',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-presigned-url.html',
    prove: async (world) => {
      const { url } = world.emulator;
      const reader = await world.role({ inline: [grant('s3:GetObject', 'arn:aws:s3:::prices/*')] });
      const codes = async (address: string) => (await fetch(address)).status;
      const good = await presign(url, object, reader);
      expect(await codes(good)).toBe(200);
      expect(await codes(good.replace('/prices/', '/private/'))).toBe(403);
      expect(await codes(await presign(url, s3('GET', '/private/a/one.txt'), reader))).toBe(403);
      expect(await codes(await presign(url, { ...object, at: minutesAgo(2) }, reader))).toBe(403);
    },
  },
  {
    name: 'An upload by a form of a page is refused',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingHTTPPOST.html',
    differs: 'signatures of POST policies are not verified',
    prove: async (world) => {
      const { accessKeyId } = await mighty(world);
      const body = new FormData();
      body.set('key', 'form.txt');
      body.set('x-amz-credential', `${accessKeyId}/20261128/eu-west-1/s3/aws4_request`);
      body.set('file', 'text');
      const { status } = await fetch(`${world.emulator.url}/prices`, { method: 'POST', body });
      expect(status).toBe(403);
    },
  },
  {
    name: 'A page of another origin reads the refusal',
    source: 'https://docs.aws.amazon.com/cognito/latest/developerguide/getting-credentials.html',
    prove: async (world) => {
      const headers = { ...getItem.headers, origin: 'http://localhost:5173' };
      const answer = await world.send({ ...getItem, headers }, await world.role());
      expect(answer.code).toBe('AccessDeniedException');
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
      expect(answer.headers.get('access-control-expose-headers')).toContain('x-amzn-ErrorType');
    },
  },
  {
    name: 'The key of the deploy is no role: its requests are not evaluated',
    source: page,
    differs: 'Terraform deploys with made-up keys',
    prove: async (world) => {
      await world.deploy(getItem);
    },
  },
];

const keyOf = ({ headers }: Signed): string => /Credential=(\w+)/.exec(headers['authorization'] ?? '')?.[1] ?? '';
