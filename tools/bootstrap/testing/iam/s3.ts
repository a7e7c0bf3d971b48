import { type Relayed } from '../relay';
import { type Asked } from './asked';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html */
export function s3({ method, url }: Relayed): Asked[] {
  const [, bucket = '', key = ''] = /^\/([^/?]+)\/?([^?]*)/.exec(decodeURIComponent(url)) ?? [];
  const verbs: Record<string, string> = { GET: 'Get', HEAD: 'Get', PUT: 'Put', DELETE: 'Delete' };
  return key === ''
    ? [{ action: 's3:ListBucket', resource: `arn:aws:s3:::${bucket}` }]
    : [{ action: `s3:${verbs[method]}Object`, resource: `arn:aws:s3:::${bucket}/${key}` }];
}
