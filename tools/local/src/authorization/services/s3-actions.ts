import { Unmapped } from '../question';
import { type S3Request } from './s3-request';

/** The action of a request on a bucket or an object, by its method and sub-resource, without `s3:`. */
export function actionOf({ key, method, query }: S3Request): string {
  const table = (key === '' ? ofBucket : ofObject)[method] ?? {};
  const special = [...query.keys()].filter((name) => !isPlain(name));
  const [sub = ''] = special;
  const action = special.length <= 1 || key !== '' ? table[sub] : undefined;
  if (action === undefined) {
    throw new Unmapped(`${method} of ${key === '' ? 'a bucket' : 'an object'} with ${special.join('&') || 'nothing'}`);
  }
  return query.has('versionId') ? (versioned[action] ?? action) : action;
}

/** Parameters that do not change what is asked for. */
const isPlain = (name: string): boolean => /^(x-amz-|response-)/i.test(name) || plain.includes(name);

const list = (names: string): string[] => names.split(' ');

const plain = [
  ...list('list-type prefix delimiter marker max-keys continuation-token start-after fetch-owner encoding-type x-id'),
  ...list('key-marker version-id-marker upload-id-marker max-uploads versionId partNumber max-parts'),
  ...list('part-number-marker id AWSAccessKeyId Signature Expires'),
];

const versioned: Readonly<Record<string, string>> = {
  GetObject: 'GetObjectVersion',
  GetObjectAcl: 'GetObjectVersionAcl',
  GetObjectTagging: 'GetObjectVersionTagging',
  PutObjectAcl: 'PutObjectVersionAcl',
  PutObjectTagging: 'PutObjectVersionTagging',
  DeleteObject: 'DeleteObjectVersion',
  DeleteObjectTagging: 'DeleteObjectVersionTagging',
};

/** Sub-resource -> what its setting is called in `Get...` and `Put...`. */
const settings: Readonly<Record<string, string>> = {
  accelerate: 'AccelerateConfiguration',
  acl: 'BucketAcl',
  analytics: 'AnalyticsConfiguration',
  cors: 'BucketCORS',
  encryption: 'EncryptionConfiguration',
  'intelligent-tiering': 'IntelligentTieringConfiguration',
  inventory: 'InventoryConfiguration',
  lifecycle: 'LifecycleConfiguration',
  logging: 'BucketLogging',
  metrics: 'MetricsConfiguration',
  notification: 'BucketNotification',
  'object-lock': 'BucketObjectLockConfiguration',
  ownershipControls: 'BucketOwnershipControls',
  policy: 'BucketPolicy',
  publicAccessBlock: 'BucketPublicAccessBlock',
  replication: 'ReplicationConfiguration',
  requestPayment: 'BucketRequestPayment',
  tagging: 'BucketTagging',
  versioning: 'BucketVersioning',
  website: 'BucketWebsite',
};

const withVerb = (verb: string): Record<string, string> =>
  Object.fromEntries(Object.entries(settings).map(([sub, name]) => [sub, verb + name]));

type Table = Readonly<Record<string, Readonly<Record<string, string>>>>;

const ofBucket: Table = {
  HEAD: { '': 'ListBucket' },
  GET: {
    ...withVerb('Get'),
    '': 'ListBucket',
    location: 'GetBucketLocation',
    policyStatus: 'GetBucketPolicyStatus',
    uploads: 'ListBucketMultipartUploads',
    versions: 'ListBucketVersions',
  },
  PUT: { ...withVerb('Put'), '': 'CreateBucket' },
  // A setting is deleted by who may put it, but for these.
  DELETE: { ...withVerb('Put'), '': 'DeleteBucket', policy: 'DeleteBucketPolicy', website: 'DeleteBucketWebsite' },
};

const ofObject: Table = {
  HEAD: { '': 'GetObject' },
  GET: {
    '': 'GetObject',
    acl: 'GetObjectAcl',
    attributes: 'GetObjectAttributes',
    'legal-hold': 'GetObjectLegalHold',
    retention: 'GetObjectRetention',
    tagging: 'GetObjectTagging',
    torrent: 'GetObjectTorrent',
    uploadId: 'ListMultipartUploadParts',
  },
  PUT: {
    '': 'PutObject',
    acl: 'PutObjectAcl',
    'legal-hold': 'PutObjectLegalHold',
    retention: 'PutObjectRetention',
    tagging: 'PutObjectTagging',
    uploadId: 'PutObject',
  },
  DELETE: { '': 'DeleteObject', tagging: 'DeleteObjectTagging', uploadId: 'AbortMultipartUpload' },
  POST: { restore: 'RestoreObject', select: 'GetObject', uploadId: 'PutObject', uploads: 'PutObject' },
};
