import { Unknown as NotKnown } from '@gatehouse/policy';
import { writtenBy } from '../iam/document';
import { fromBlocks } from '../iam/document-blocks';
import { isUnknown, type Unknown } from '../model/value';
import type { Catalog } from '../terraform/catalog';
import type { Resource } from '../terraform/resource';
import { isObject } from '../terraform/unreadable';

/** Stands for the plan's own account where no plan says which it is. */
export const NO_ACCOUNT = '000000000000';

/** What unknown parts of a policy are read with. */
export interface Reading {
  readonly catalog: Catalog;
  /** @default `NO_ACCOUNT` */
  readonly account?: string | undefined;
}

/**
 * A policy argument as `widening` takes it: JSON text as it is, or what an `aws_iam_policy_document` says where its text is
 * not known yet; in it, what is not known but made from a role, user or distribution of the same plan stands for that one.
 *
 * @returns undefined: not set, or left to AWS
 */
export function policyDocument(from: Resource, argument: string, reading: Reading): unknown {
  const value = from.raw(argument);
  if (value === undefined || value === '') return undefined;
  return documentFrom(from, value, reading);
}

function documentFrom(from: Resource, value: unknown, reading: Reading): unknown {
  if (typeof value === 'string') return isTooDeep(value) ? new NotKnown('it is nested too deep') : value;
  if (!isUnknown(value)) return settled(from, value, reading);
  const source = writtenBy(from, reading.catalog, value);
  return source ? settled(source, fromBlocks(source, reading.catalog), reading) : notKnown(value);
}

/** Deeper than any policy that AWS takes; what walks through such a text would end with an error. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [mark] of text.replaceAll(/"(?:[^"\\]|\\.)*"/g, '').matchAll(/[[\]{}]/g)) {
    depth += '[{'.includes(mark) ? 1 : -1;
    if (depth > 100) return true;
  }
  return false;
}

/** A value with `NotKnown` for what is unknown in it, except for principals of the plan itself. */
export function settled(from: Resource, value: unknown, reading: Reading): unknown {
  if (isUnknown(value)) return principalIn(from, value, reading) ?? notKnown(value);
  if (Array.isArray(value)) return value.map((each) => settled(from, each, reading));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, settled(from, each, reading)]));
}

const notKnown = ({ sensitive }: Unknown): NotKnown => new NotKnown(sensitive ? 'sensitive' : 'known after apply');

const PRINCIPALS = ['aws_iam_role', 'aws_iam_user', 'aws_cloudfront_origin_access_identity'];

/** The ARN that a new role or user will have. */
function principalIn(from: Resource, value: Unknown, { account = NO_ACCOUNT, catalog }: Reading): string | undefined {
  const principal = value.sensitive ? undefined : catalog.target(from, value, PRINCIPALS);
  if (!principal) return undefined;
  const known = principal.peek('arn') ?? principal.peek('iam_arn');
  if (typeof known === 'string') return known;
  const name = principal.address.replaceAll(/[^\w.-]+/g, '-');
  if (principal.type === 'aws_cloudfront_origin_access_identity') return `arn:aws:iam::cloudfront:user/${name}`;
  return `arn:aws:iam::${account}:${principal.type === 'aws_iam_user' ? 'user' : 'role'}/${name}`;
}
