import { s3 } from './requests';
import { allows, denies, grant, type RoleRow } from './row';

const s3Actions = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html';

/** What requests to S3 ask for. */
export const s3Requests: RoleRow[] = [
  denies(
    'The list of buckets is not for everyone',
    s3Actions,
    [grant('s3:GetObject')],
    s3('GET', '/'),
    's3:ListAllMyBuckets',
  ),
  allows(
    'ListObjectsV2 asks for s3:ListBucket on the bucket',
    s3Actions,
    [grant('s3:ListBucket', 'arn:aws:s3:::prices')],
    s3('GET', '/prices?list-type=2'),
  ),
  denies(
    's3:ListBucket on the objects does not list',
    s3Actions,
    [grant('s3:ListBucket', 'arn:aws:s3:::prices/*')],
    s3('GET', '/prices?list-type=2'),
    'arn:aws:s3:::prices ',
  ),
  allows(
    'GetObject asks for the object',
    s3Actions,
    [grant('s3:GetObject', 'arn:aws:s3:::prices/a/*')],
    s3('GET', '/prices/a/one.txt'),
  ),
  denies(
    'Another folder is another object',
    s3Actions,
    [grant('s3:GetObject', 'arn:aws:s3:::prices/a/*')],
    s3('GET', '/prices/b/two.txt'),
    'prices/b/two.txt',
  ),
  denies(
    'Who may not list a bucket does not learn that an object is missing',
    'https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html',
    [grant('s3:GetObject')],
    s3('GET', '/prices/none.txt'),
    's3:ListBucket on resource: arn:aws:s3:::prices',
  ),
  denies(
    'A copy asks for its source',
    'https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html',
    [grant(['s3:PutObject', 's3:GetObject'], 'arn:aws:s3:::prices/*')],
    s3('PUT', '/prices/copy.txt', undefined, { 'x-amz-copy-source': '/private/a/one.txt' }),
    's3:GetObject on resource: arn:aws:s3:::private/a/one.txt',
  ),
  denies(
    'An upload with an ACL asks for s3:PutObjectAcl',
    'https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html',
    [grant('s3:PutObject')],
    s3('PUT', '/prices/acl.txt', 'x', { 'x-amz-acl': 'public-read' }),
    's3:PutObjectAcl',
  ),
  denies(
    'A setting of a bucket is an action of its own',
    s3Actions,
    [grant('s3:ListBucket')],
    s3('GET', '/prices?policy'),
    's3:GetBucketPolicy',
  ),
];
