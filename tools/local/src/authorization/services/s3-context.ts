import { type Context } from '@gatehouse/policy';
import { readSignature } from '../../sigv4';
import { type Question } from '../question';
import { arnOf, type S3Request } from './s3-request';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html#amazons3-policy-keys */
export function s3Context(question: Question, { bucket, key, query }: S3Request): Context {
  const { request, resources } = question;
  const known = resources?.find(({ arn }) => arn === arnOf(bucket, ''));
  const signature = readSignature(request);
  return {
    ...Object.fromEntries(absent.map((name) => [`s3:${name}`, undefined])),
    ...headersOf(question),
    ...tagsOf('ExistingObjectTag', known?.objects?.[key] ?? {}),
    ...tagsOf('RequestObjectTag', requestTags(question)),
    ...tagsOf('BucketTag', known?.tags ?? {}),
    's3:RequestObjectTagKeys': keysOf(requestTags(question)),
    's3:ResourceAccount': known?.account,
    's3:TlsVersion': '1.3',
    's3:authType': signature?.presigned ? 'REST-QUERY-STRING' : 'REST-HEADER',
    's3:signatureversion': 'AWS4-HMAC-SHA256',
    's3:signatureAge': signature?.presigned ? ageOf(signature.time) : undefined,
    's3:delimiter': query.get('delimiter'),
    's3:max-keys': query.get('max-keys'),
    's3:prefix': query.get('prefix'),
    's3:VersionId': query.get('versionId'),
  };
}

/** Headers that a request may have, and what only access points and copies have. */
const absent = [
  ...['AccessGrantsInstanceArn', 'AccessPointNetworkOrigin', 'DataAccessPointAccount', 'DataAccessPointArn'],
  ...['if-match', 'if-none-match', 'ObjectCreationOperation', 'InventoryAccessibleOptionalFields'],
  ...['x-amz-acl', 'x-amz-bucket-namespace', 'x-amz-content-sha256', 'x-amz-copy-source', 'x-amz-grant-full-control'],
  ...['x-amz-grant-read', 'x-amz-grant-read-acp', 'x-amz-grant-write', 'x-amz-grant-write-acp'],
  ...['x-amz-metadata-directive', 'x-amz-server-side-encryption', 'x-amz-server-side-encryption-aws-kms-key-id'],
  ...['x-amz-server-side-encryption-customer-algorithm', 'x-amz-storage-class', 'x-amz-website-redirect-location'],
  ...['x-amz-object-ownership', 'x-amz-object-annotation-directive', 'object-lock-mode', 'object-lock-legal-hold'],
  ...['object-lock-retain-until-date'],
];

/** `x-amz-acl` is `s3:x-amz-acl`; the lock's have no `x-amz-`. */
const headersOf = ({ request }: Question): Context =>
  Object.fromEntries(
    request.headers
      .filter(([name]) => /^(x-amz-|if-(none-)?match$)/.test(name))
      .map(([name, value]) => [`s3:${name.replace('x-amz-object-lock-', 'object-lock-')}`, value]),
  );

function requestTags({ request }: Question): Record<string, string> {
  const [, tagging = ''] = request.headers.find(([name]) => name === 'x-amz-tagging') ?? [];
  return Object.fromEntries(new URLSearchParams(tagging));
}

const tagsOf = (kind: string, tags: Readonly<Record<string, string>>): Context =>
  Object.fromEntries(Object.entries(tags).map(([name, value]) => [`s3:${kind}/${name}`, value]));

const keysOf = (tags: object): string[] | undefined => (Object.keys(tags).length > 0 ? Object.keys(tags) : undefined);

/** In milliseconds. */
const ageOf = (time = ''): number =>
  Date.now() - Date.parse(time.replace(/^(\d{4})(\d\d)(\d\dT\d\d)(\d\d)(\d\dZ)$/, '$1-$2-$3:$4:$5'));
