import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FIXTURES = join(__dirname, '../../libs/surface/fixtures');

interface Entry {
  address: string;
  name: string;
  change: { actions: string[] };
}

interface Plan {
  resource_changes: Entry[];
  resource_drift?: unknown[];
  relevant_attributes?: unknown[];
  planned_values: { root_module: { resources: unknown[] } };
  prior_state: { values: { root_module: { resources: unknown[] } } };
  configuration: { root_module: { resources: unknown[] } };
}

/**
 * Writes a plan of the shape of real ones: what Terraform said of an API and of a user pool with its clients, again and
 * again, each copy with names and ids of its own, in all the sections in which Terraform repeats them.
 *
 * @returns how many resource changes it has, without those that stay as they are
 */
export function writeLargePlan(file: string, changes: number): number {
  const seeds = ['reports-api', 'reports-identity'].map(
    (name) => JSON.parse(readFileSync(join(FIXTURES, name, 'changed.plan.json'), 'utf8')) as Plan,
  );
  const own = seeds.flatMap((seed) => seed.resource_changes.filter(isChange)).length;
  const copies = Math.ceil(changes / own);
  const repeat = <T>(entriesOf: (plan: Plan) => readonly T[] | undefined): T[] => {
    const text = JSON.stringify(seeds.flatMap((seed) => entriesOf(seed) ?? []));
    return Array.from({ length: copies }, (_, copy) => JSON.parse(renamed(text, copy)) as T[]).flat();
  };
  const [plan] = seeds as [Plan];
  const large: Plan = {
    ...plan,
    resource_changes: repeat((seed) => seed.resource_changes),
    resource_drift: repeat((seed) => seed.resource_drift),
    relevant_attributes: repeat((seed) => seed.relevant_attributes),
    planned_values: {
      root_module: { resources: repeat((seed) => seed.planned_values.root_module.resources) },
    },
    prior_state: {
      ...plan.prior_state,
      values: { root_module: { resources: repeat((seed) => seed.prior_state.values.root_module.resources) } },
    },
    configuration: {
      ...plan.configuration,
      root_module: { resources: repeat((seed) => seed.configuration.root_module.resources) },
    },
  };
  for (const entry of large.resource_changes) entry.name = entry.address.split('.')[1] ?? '';
  writeFileSync(file, JSON.stringify(large));
  return large.resource_changes.filter(isChange).length;
}

const isChange = ({ change }: Entry): boolean => String(change.actions) !== 'no-op';

/** Addresses and ids of one copy; data sources stay the same for all. */
const renamed = (text: string, copy: number): string =>
  text
    .replace(/(?<!data\.)\b(aws_[a-z0-9_]+)\.([a-z][a-z0-9_]*)/g, `$1.$2_${copy}`)
    .replace(/\b(yprygr8l6l|ivdg7eonem|s6vxt1kq1s|8pyc51spvx|eu-west-1_[0-9a-f]{32})\b/g, `$1${copy}`);
