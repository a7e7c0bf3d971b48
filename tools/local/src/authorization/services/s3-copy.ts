import { headerOf } from '../../sigv4';
import { type Ask, type Question } from '../question';
import { arnOf } from './s3-request';

/**
 * A copy reads its source, and the tags of the source that it takes along.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html
 */
export function copied({ request, resources }: Question, on: (action: string, resource: string) => Ask): Ask[] {
  const source = headerOf(request, 'x-amz-copy-source');
  if (source === undefined || request.method !== 'PUT') return [];
  const [path = '', version] = source.replace(/^\//, '').split('?versionId=');
  const [bucket = '', ...key] = decoded(path).split('/');
  const resource = arnOf(bucket, key.join('/'));
  const tags = resources?.find(({ arn }) => arn === arnOf(bucket, ''))?.objects?.[key.join('/')] ?? {};
  const tagged = Object.keys(tags).length > 0 && headerOf(request, 'x-amz-tagging-directive') !== 'REPLACE';
  const suffix = version === undefined ? '' : 'Version';
  return [on(`GetObject${suffix}`, resource), ...(tagged ? [on(`GetObject${suffix}Tagging`, resource)] : [])];
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
