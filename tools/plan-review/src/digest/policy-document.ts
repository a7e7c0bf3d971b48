/** A data source that writes a policy from blocks. It answers what is written in it, and asks nobody. */
export const DOCUMENT = 'aws_iam_policy_document';

/** Blocks and lists in it that are sets. */
const SETS: ReadonlySet<string> = new Set([
  ...['statement', 'condition', 'principals', 'not_principals', 'identifiers'],
  ...['actions', 'not_actions', 'resources', 'not_resources'],
]);

/**
 * The items of a list in the order in which they count.
 *
 * @param inDocument whether the list is in such a data source
 */
export const itemsOf = (texts: string[], name: string, inDocument: boolean): string =>
  (inDocument && SETS.has(name) ? texts.sort() : texts).join();
