/**
 * A resource of a policy as it may be printed: service, region, account and kind, and wildcards; not what it is called,
 * since people write what they like into documents. Principals and policies are shown whole: who can do what is what a
 * reviewer is asked.
 */
export function shownResource(resource: string): string {
  const [arn, partition, service, region, account, ...rest] = resource.split(':');
  if (arn === 'arn' && (service === 'iam' || service === 'sts')) return resource;
  if (arn !== 'arn' || rest.length === 0) return isWild(resource) ? resource : NAME;
  const [kind = '', ...names] = rest.join(':').split(/(?<=[/:])/);
  const shown = names.length > 0 || isWild(kind) ? [kind, ...names.map(nameOf)] : [NAME];
  return [arn, partition, service, region, account, shown.join('')].join(':');
}

const NAME = '…';
const isWild = (text: string): boolean => /^[*?]*$/.test(text);

/** Its wildcards say how many it may be. */
const nameOf = (part: string): string => part.replaceAll(/[^*?/:]+/g, NAME);
