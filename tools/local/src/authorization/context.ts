import { type Context } from '@gatehouse/policy';
import { contextOfCaller } from '../emulator/caller-policies';
import { headerOf } from '../sigv4';
import { type Ask, type KnownResource, type Question } from './question';
import { prefixOf } from './reference';

/**
 * Condition keys of a request, those of its service and those that every request has.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function contextOf(question: Question, { context }: Ask, resource: KnownResource | undefined): Context {
  const { caller, region, request, sourceIp } = question;
  const tags = tagsOf(question, resource);
  return {
    'aws:CurrentTime': new Date().toISOString(),
    'aws:EpochTime': Math.floor(Date.now() / 1000),
    'aws:RequestedRegion': region,
    // Loopback stands for TLS here.
    'aws:SecureTransport': true,
    'aws:SourceIp': sourceIp,
    'aws:UserAgent': headerOf(request, 'user-agent'),
    'aws:Referer': headerOf(request, 'referer'),
    ...contextOfCaller(caller),
    ...prefixed('aws:ResourceTag/', tags),
    // Several services have a key of their own for the same.
    ...prefixed(`${prefixOf(question.service)}:ResourceTag/`, tags),
    ...requestTags(question),
    ...context,
  };
}

/**
 * S3 compares tags only of a bucket that asked for it (PutBucketAbac), which the emulator does not have.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/buckets-tagging-enable-abac.html
 */
const tagsOf = ({ service }: Question, resource: KnownResource | undefined): Readonly<Record<string, string>> =>
  service === 's3' ? {} : (resource?.tags ?? {});

/** Of a request that makes or tags something. */
function requestTags({ parameters }: Question): Context {
  const [, tags] = Object.entries(parameters).find(([name]) => /^tags$/i.test(name)) ?? [];
  const pairs = Array.isArray(tags) ? tags.map(pairOf) : Object.entries((tags ?? {}) as object);
  const named = pairs.filter((pair): pair is [string, string] => typeof pair[0] === 'string');
  if (named.length === 0) return { 'aws:TagKeys': tagKeys(parameters) };
  return { ...prefixed('aws:RequestTag/', Object.fromEntries(named)), 'aws:TagKeys': named.map(([key]) => key) };
}

/** Of a request that takes tags away. */
function tagKeys(parameters: Question['parameters']): string[] | undefined {
  const keys = parameters['TagKeys'] ?? parameters['tagKeys'];
  return Array.isArray(keys) ? keys.map(String) : undefined;
}

const pairOf = (tag: Record<string, string>): [string | undefined, string] => [
  tag['Key'] ?? tag['TagKey'] ?? tag['key'],
  tag['Value'] ?? tag['TagValue'] ?? tag['value'] ?? '',
];

const prefixed = (prefix: string, tags: Readonly<Record<string, string>>): Context =>
  Object.fromEntries(Object.entries(tags).map(([key, value]) => [prefix + key, value]));
