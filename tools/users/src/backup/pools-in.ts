import { type StateFile } from '@gatehouse/terraform';

/** Ids of the user pools that a state has, by address. */
export function poolsIn({ resources = [] }: Pick<StateFile, 'resources'>): ReadonlyMap<string, string> {
  const pools = resources.filter(({ mode, type }) => mode === 'managed' && type === 'aws_cognito_user_pool');
  return new Map(
    pools.flatMap(({ instances, name, type }) =>
      instances.map(({ attributes, index_key: key }) => {
        const index = key === undefined ? '' : `[${JSON.stringify(key)}]`;
        return [`${type}.${name}${index}`, String(attributes?.['id'])] as const;
      }),
    ),
  );
}
