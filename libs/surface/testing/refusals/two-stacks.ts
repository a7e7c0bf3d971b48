import type { Resources } from './case';

/** The same with each user pool in a stack of its own, which what belongs to it reads by the remote state. */
export function inTwoStacks(resources: Resources, provider?: object): Stacks {
  const isMember = (type: string) =>
    type.startsWith('aws_acm_') || Object.values(resources[type] ?? {}).some((body) => 'user_pool_id' in body);
  const part = (wanted: boolean) =>
    Object.fromEntries(Object.entries(resources).filter(([type]) => isMember(type) === wanted));
  const pools = Object.keys(resources.aws_cognito_user_pool ?? {});
  const output = Object.fromEntries(pools.map((name) => [name, { value: `\${aws_cognito_user_pool.${name}.id}` }]));
  const members = JSON.stringify(part(true)).replaceAll(
    /\$\{aws_cognito_user_pool\.(\w+)\.id\}/g,
    '${data.terraform_remote_state.people.outputs.$1}',
  );
  return {
    people: { resource: part(false), output, terraform: { backend: state }, provider },
    apps: {
      resource: JSON.parse(members) as Resources,
      data: { terraform_remote_state: { people: { backend: 'local', config: state.local } } },
      provider,
    },
  };
}

type Stacks = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const state = { local: { path: 'people.tfstate' } };
