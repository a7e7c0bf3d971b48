import { Unknown as NotKnown } from '@gatehouse/policy';
import type { Unknown } from '../model';
import { isUnknown } from '../model/value';
import type { Catalog } from '../terraform/catalog';
import type { Resource } from '../terraform/resource';
import { isObject } from '../terraform/unreadable';
import { fromBlocks } from './document-blocks';
import { settledArn } from './settled-arn';

const DOCUMENT = 'aws_iam_policy_document';

/**
 * A policy argument as `widening` takes it: text, or an object with `Unknown` of `@gatehouse/policy` in it; what an
 * `aws_iam_policy_document` says where its text is not known yet.
 *
 * @param from the resource that has the argument
 */
export function documentOf(from: Resource, catalog: Catalog, value: unknown): unknown {
  if (!isUnknown(value)) return withoutMarks(from, catalog, value);
  const source = writtenBy(from, catalog, value);
  return source ? withoutMarks(source, catalog, fromBlocks(source, catalog)) : notKnown(value);
}

/** The `aws_iam_policy_document` that a text which is not known yet comes from. */
export const writtenBy = (from: Resource, catalog: Catalog, value: Unknown): Resource | undefined =>
  value.sensitive ? undefined : catalog.target(from, value, DOCUMENT);

/** Why a value is not known, for a sentence. */
export const notKnown = ({ sensitive }: Unknown): NotKnown =>
  new NotKnown(sensitive ? 'hidden as sensitive' : 'known after apply');

/** The surface marks what is not known in data; policies have a class for it. */
function withoutMarks(from: Resource, catalog: Catalog, value: unknown): unknown {
  if (isUnknown(value)) return notKnown(value);
  if (Array.isArray(value))
    // A list that is not known as a whole may hold more than what it is made from.
    return value.map(
      (item) => (isUnknown(item) && settledArn(from, item, catalog)) || withoutMarks(from, catalog, item),
    );
  if (!isObject(value) || value instanceof NotKnown) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutMarks(from, catalog, item)]));
}
