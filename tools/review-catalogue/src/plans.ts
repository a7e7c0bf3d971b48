import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { type PlanJson } from '@gatehouse/terraform';
import { catalogue } from '../fixtures/catalogue';
import { type Change } from './change';

/** Plans by stack, as `terraform show -json` prints them. */
export type Plans = Readonly<Record<string, PlanJson>>;

/** Top of the checkout. */
export const workspaceRoot = resolve(__dirname, '../../..');

/** Where plans are kept: beside the code that reads them, one file for each change. */
const fileOf = ({ id }: Change) => join(workspaceRoot, 'libs/surface/fixtures/plans', `${id}.json.br`);

/** The plans that Terraform made of a change, with those of its stacks that it leaves as they are. */
export function plansOf(change: Change): Plans {
  const { before } = change.edit;
  const unchanged = catalogue.find(({ edit }) => edit.before === before && leavesAll(edit));
  return { ...(unchanged && keptPlans(unchanged)), ...keptPlans(change) };
}

/** What is in the file of a change; nothing when there is none yet. */
export function keptPlans(change: Change): Plans | undefined {
  try {
    return JSON.parse(brotliDecompressSync(readFileSync(fileOf(change))).toString('utf8')) as Plans;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

export const keepPlans = (change: Change, plans: Plans): void =>
  writeFileSync(fileOf(change), brotliCompressSync(JSON.stringify(plans)));

const leavesAll = ({ before, after }: Change['edit']) => JSON.stringify(before) === JSON.stringify(after);
