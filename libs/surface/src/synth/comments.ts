import type { Resource } from '../terraform/resource';
import { isObject } from '../terraform/unreadable';

type Comments = Pick<Resource, 'constructPath' | 'customCallers' | 'iamCallers' | 'publicReason' | 'source'>;

/** What a block says of itself, which Terraform does not read. */
export function comments(comment: unknown): Comments {
  if (!isObject(comment)) return {};
  const { custom, iam, metadata, public: reason, source } = comment;
  const path = isObject(metadata) ? metadata['path'] : undefined;
  return {
    ...(typeof path === 'string' ? { constructPath: path } : {}),
    ...(typeof reason === 'string' ? { publicReason: reason } : {}),
    ...(typeof iam === 'string' ? { iamCallers: iam } : {}),
    ...(typeof custom === 'string' ? { customCallers: custom } : {}),
    ...(typeof source === 'string' ? { source } : {}),
  };
}
