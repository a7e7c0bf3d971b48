import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SetupError } from '../errors';
import { CONFIG_FILE, readStackConfig, type StackConfig } from '../stack-config';
import { type StateFile } from '../state-file';
import { type Stack } from '../stacks';
import { writeJson } from '../write-json';
import { type OrphanedState } from './find-orphans';

/**
 * A stack with nothing but an orphaned state, and the providers of the stacks that there are: enough to destroy what is in
 * it, to unlock it, and to move it.
 *
 * @param stacks all that the environment has
 */
export function orphanStack({ name, key, neighbour }: OrphanedState, stacks: readonly Stack[]): Stack {
  const { app, workDirectory } = neighbour;
  const work = join(dirname(workDirectory), `${app}-${name}`);
  const directory = join(work, 'config');
  mkdirSync(work, { recursive: true, mode: 0o700 });
  const { terraform } = readStackConfig(neighbour);
  const configs = stacks.map(readStackConfig);
  writeJson(join(directory, CONFIG_FILE), {
    terraform: {
      backend: { s3: { ...terraform?.backend?.['s3'], key } },
      required_providers: Object.assign({}, ...configs.map((each) => each.terraform?.required_providers)) as object,
    },
    provider: providersOf(configs),
  });
  return { name: `${app}-${name}`, app, directory, workDirectory: work, dependencies: [] };
}

/**
 * Where Terraform does not find a resource, it takes it for gone. So no state may be destroyed with providers of another
 * region than its resources are in, or without the one that made them.
 *
 * @throws SetupError for a state that was made with other providers
 */
export function checkProviders(stack: Stack, state: StateFile): void {
  const { provider = {} } = readStackConfig(stack);
  const aws = provider['aws'] ?? [];
  for (const { mode, type, name, provider: madeWith, instances } of state.resources ?? []) {
    if (mode !== 'managed' || !/\/aws"\]/.test(madeWith ?? '')) continue;
    const [, alias] = /"\]\.(\w+)$/.exec(madeWith ?? '') ?? [];
    const settings = aws.find((each) => each['alias'] === alias);
    const regions = instances.map(
      ({ attributes }) => /^arn:[\w-]+:[\w-]+:([\w-]+):/.exec(String(attributes?.['arn']))?.[1],
    );
    const other = regions.find((region) => region !== undefined && region !== settings?.['region']);
    if (settings !== undefined && other === undefined) continue;
    const found =
      settings === undefined
        ? 'no stack has that provider'
        : `it is in ${other}, the provider in ${String(settings['region'])}`;
    throw new SetupError(
      `Nothing was done: ${type}.${name} of ${stack.name} was made with the AWS provider${alias ? ` "${alias}"` : ''}, and ${found}. ` +
        `Check out the commit that still had the stack, and run this there.`,
    );
  }
}

/** Each once; of two with one alias that of the first stack. */
function providersOf(configs: readonly StackConfig[]): StackConfig['provider'] {
  const names = new Set(configs.flatMap(({ provider = {} }) => Object.keys(provider)));
  return Object.fromEntries(
    [...names].map((name) => {
      const blocks = configs.flatMap(({ provider = {} }) => provider[name] ?? []);
      return [name, [...new Map(blocks.toReversed().map((block) => [block['alias'], block])).values()]];
    }),
  );
}
