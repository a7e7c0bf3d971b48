import { nameOfChange } from '../../changes/name-of-change';
import { fromBlocks } from '../../iam/document-blocks';
import { writtenBy } from '../../iam/document';
import { isUnknown, type Unknown } from '../../model/value';
import { unknownsIn } from '../../terraform/convert';
import type { Resource } from '../../terraform/resource';
import { isObject } from '../../terraform/unreadable';
import type { Comparison } from '../comparison';
import { placeOf } from '../pairs';
import { isMade, partsOf, valueAt, type Hidden } from './hidden';
import { PLACES } from './places';

/**
 * Policies that allow something on resources which a data source names that is read during the apply: what is known of such a
 * policy says nothing of how far it reaches.
 */
export const answeredResources = (comparison: Comparison): readonly Hidden[] =>
  Object.entries(PLACES).flatMap(([type, { noun, places }]) => {
    const policies = places.filter(({ as, weight }) => as === 'document' && weight === 'policy');
    if (policies.length === 0) return [];
    const byPlace = new Map(comparison.resources.after.managed(type).map((resource) => [placeOf(resource), resource]));
    return comparison.changesOf(type).flatMap((change): Hidden[] => {
      const resource = isMade(change) ? byPlace.get(placeOf(change)) : undefined;
      if (!resource || !policies.some(({ path }) => isAnswered(path, resource, comparison))) return [];
      const isNew = change.before === undefined;
      const subject = `${isNew ? 'new ' : ''}${noun === undefined ? change.address : `${noun} ${nameOfChange(change)}`}`;
      return [{ at: change, subject, isNew, why: 'answer', what: 'the resources of its policy', weight: 'high' }];
    });
  });

function isAnswered(path: string, resource: Resource, comparison: Comparison): boolean {
  const { argument, below } = partsOf(path);
  return listed(valueAt(resource.raw(argument), below)).some((value) => {
    const source = isUnknown(value) ? writtenBy(resource, comparison.resources.after, value) : undefined;
    const document = source ? fromBlocks(source, comparison.resources.after) : value;
    if (!isObject(document) || isUnknown(document)) return false;
    return listed(document['Statement']).some(
      (statement) =>
        isObject(statement) &&
        statement['Effect'] !== 'Deny' &&
        unknownsIn(statement['Resource']).some((each) => isAnswer(each, source ?? resource, comparison)),
    );
  });
}

/** Whether it is made from what a data source answers during the apply. */
function isAnswer(value: Unknown, from: Resource, comparison: Comparison, depth = 0): boolean {
  return comparison.resources.after.referencesOf(from, value).some(({ attribute, resource }) => {
    const part = attribute === '' ? undefined : resource?.raw(attribute);
    if (!resource || !isUnknown(part)) return false;
    if (resource.mode === 'data' && !NAMES_ITSELF.test(resource.type)) return true;
    return depth < MAX_DEPTH && part.references !== undefined && isAnswer(part, resource, comparison, depth + 1);
  });
}

const MAX_DEPTH = 8;

/** What they answer nobody chooses: the account, the region, what is written in them. */
const NAMES_ITSELF =
  /^aws_(?:arn|caller_identity|default_tags|iam_policy_document|partition|region|service|service_principal)$/;

const listed = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];
