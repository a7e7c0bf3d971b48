import { headerOf } from '../../sigv4';
import { type Ask, type Question, Unmapped } from '../question';
import { actionOf } from './s3-actions';
import { copied } from './s3-copy';
import { s3Context } from './s3-context';
import { arnOf, type S3Request } from './s3-request';

/**
 * A request to S3 asks for one action, and for more when it copies, tags or deletes several.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html
 */
export function s3(question: Question): Ask[] {
  const { request } = question;
  const { Bucket, Key, Objects } = question.parameters as { Bucket: string; Key: string; Objects?: Listed[] | null };
  const query = new Map(new URLSearchParams(request.query));
  const s3Request: S3Request = { method: request.method, bucket: Bucket, key: Key, query };
  const context = s3Context(question, s3Request);
  const on = (action: string, resource: string): Ask => ({ action: `s3:${action}`, resource, context });
  if (Bucket === '') {
    if (request.method !== 'GET' || Key !== '') throw new Unmapped(`${request.method} without a bucket`);
    return [on('ListAllMyBuckets', '*')];
  }
  if (Objects !== undefined) return deletions(Bucket, Objects, on);
  const resource = arnOf(Bucket, Key);
  const main = on(actionOf(s3Request), resource);
  return [main, ...alsoWritten(question, s3Request, resource, on), ...copied(question, on), ...missing(question, main)];
}

interface Listed {
  readonly Key?: string;
  readonly VersionId?: string;
}

type On = (action: string, resource: string) => Ask;

function deletions(bucket: string, objects: readonly Listed[] | null, on: On): Ask[] {
  if (objects === null) throw new Unmapped('the list of objects cannot be read');
  return objects.map(({ Key = '', VersionId }) =>
    on(VersionId === undefined ? 'DeleteObject' : 'DeleteObjectVersion', arnOf(bucket, Key)),
  );
}

/** What an upload sets beside the object. https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html */
function alsoWritten({ request }: Question, { key, method, query }: S3Request, resource: string, on: On): Ask[] {
  const uploads =
    (method === 'PUT' && !['acl', 'tagging', 'retention', 'legal-hold'].some((name) => query.has(name))) ||
    (method === 'POST' && query.has('uploads'));
  if (key === '' || !uploads) return [];
  const sent = (name: string): boolean => headerOf(request, name) !== undefined;
  return [
    ...(sent('x-amz-acl') || request.headers.some(([name]) => name.startsWith('x-amz-grant-')) ? ['PutObjectAcl'] : []),
    ...(sent('x-amz-tagging') ? ['PutObjectTagging'] : []),
    ...(sent('x-amz-object-lock-mode') ? ['PutObjectRetention'] : []),
    ...(sent('x-amz-object-lock-legal-hold') ? ['PutObjectLegalHold'] : []),
  ].map((action) => on(action, resource));
}

/**
 * Who may not list a bucket does not learn that an object is not there.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
 */
function missing({ parameters, resources }: Question, { action, context }: Ask): Ask[] {
  if (action !== 's3:GetObject') return [];
  const { Bucket, Key } = parameters as { Bucket: string; Key: string };
  const bucket = resources?.find(({ arn }) => arn === arnOf(Bucket, ''));
  if (bucket === undefined || bucket.objects?.[Key] !== undefined) return [];
  return [{ action: 's3:ListBucket', resource: bucket.arn, context: { ...context, 's3:prefix': undefined } }];
}
