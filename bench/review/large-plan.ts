import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SEED = join(__dirname, '../../libs/surface/fixtures/reports-api/changed.plan.json');

interface Entry {
  address: string;
  name: string;
  change: { actions: string[] };
}

/**
 * Writes a plan of the shape of a real one: the changes of one API again and again, each copy with names and ids of its
 * own, in all the sections in which Terraform repeats them.
 *
 * @returns how many resource changes it has, without those that stay as they are
 */
export function writeLargePlan(file: string, changes: number): number {
  const plan = JSON.parse(readFileSync(SEED, 'utf8'));
  const own = plan.resource_changes.filter(isChange).length;
  const copies = Math.ceil(changes / own);
  const repeat = <T>(entries: readonly T[]): T[] => {
    const text = JSON.stringify(entries);
    return Array.from({ length: copies }, (_, copy) => JSON.parse(renamed(text, copy)) as T[]).flat();
  };
  for (const section of ['resource_changes', 'resource_drift', 'relevant_attributes']) {
    if (plan[section]) plan[section] = repeat(plan[section]);
  }
  for (const module of [
    plan.planned_values.root_module,
    plan.prior_state.values.root_module,
    plan.configuration.root_module,
  ]) {
    module.resources = repeat(module.resources);
  }
  for (const entry of plan.resource_changes as Entry[]) entry.name = entry.address.split('.')[1] ?? '';
  writeFileSync(file, JSON.stringify(plan));
  return plan.resource_changes.filter(isChange).length;
}

const isChange = ({ change }: Entry): boolean => String(change.actions) !== 'no-op';

/** Addresses and ids of one copy; data sources stay the same for all. */
const renamed = (text: string, copy: number): string =>
  text
    .replace(/(?<!data\.)\b(aws_[a-z0-9_]+)\.([a-z][a-z0-9_]*)/g, `$1.$2_${copy}`)
    .replace(/\b(yprygr8l6l|ivdg7eonem|s6vxt1kq1s|8pyc51spvx)\b/g, `$1${copy}`);
