import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import type { PlannedChange } from '../src/changes/planned-change';
import { differences, readPlans, type Finding, type ReadPlans } from '../src/index';

const FOLDER = join(__dirname, '..', 'fixtures', 'plans');
const texts = new Map<string, string>();

/** The first plan of a change in the catalogue (tools/review-catalogue), made by real Terraform; fresh, so a test may edit it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests break these plans in every way
export function realPlan(id: string): any {
  const text = texts.get(id) ?? brotliDecompressSync(readFileSync(join(FOLDER, `${id}.json.br`))).toString();
  texts.set(id, text);
  return Object.values(JSON.parse(text) as object)[0];
}

export const readReal = (name: string): ReadPlans => readPlans([realPlan(name)]);

/** What the rules say of a plan, or of one that a test made of it. */
export const findingsOf = (plan: unknown): Finding[] => differences(readPlans([plan as never]));

/** The change at an address; a test that names one that is not there is wrong. */
export function changeAt({ plans }: ReadPlans, address: string): PlannedChange {
  const found = plans.flatMap(({ changes }) => changes).find((change) => change.address === address);
  if (!found) throw new Error(`no ${address} in the plan`);
  return found;
}

/** The raw entry at an address. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- see above
export function entryOf(plan: any, address: string): any {
  const found = plan.resource_changes.find((entry: { address: string }) => entry.address === address);
  if (!found) throw new Error(`no ${address} in the plan`);
  return found;
}
