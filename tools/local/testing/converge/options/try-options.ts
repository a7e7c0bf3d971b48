import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deployStack, findTerraform, type PlanJson, Terraform } from '@gatehouse/terraform';
import { synthesized } from '../../../tests/synthesized';
import { type Report } from '../report';
import { differences } from '../served';

/** What one deploy makes of an option of a construct that changes, and of taking the change back. */
export interface OptionOutcome {
  readonly definition: string;
  /** `stage.throttle` */
  readonly option: string;
  readonly there: OptionResult;
  readonly back: OptionResult;
}

export type OptionResult = 'yes' | 'planned again' | 'not served' | 'nothing to do';

/** A synthesized API of which one option changes. */
interface Api {
  readonly definition: string;
  readonly option: string;
  readonly id: string;
  readonly stage: string;
  /** Its name in Terraform, with which those of its parts begin. */
  readonly name: string;
}

const MAIN = 'examples/options/main.ts';

/** Deploys an API for each option of the constructs, changes the option of each, and takes the changes back. */
export async function tryOptions(url: string, report: Report): Promise<OptionOutcome[]> {
  const out = mkdtempSync(join(tmpdir(), 'gatehouse-options-'));
  try {
    const stack = synthesized(MAIN, out, url, 'before');
    const terraform = new Terraform({ binary: await findTerraform(), stack });
    await terraform.init();
    report('  deploying');
    await deployStack(terraform);
    const apis = await apisOf(terraform);
    report(`Changing one option of each of ${apis.length} APIs`);
    synthesized(MAIN, out, url, 'after');
    const there = await deployed(terraform, url, report);
    report('Taking each change back');
    synthesized(MAIN, out, url, 'before');
    const back = await deployed(terraform, url, report);
    return apis.map((api) => ({ ...api, there: there.get(api.name)!, back: back.get(api.name)! }));
  } finally {
    rmSync(out, { recursive: true });
  }
}

/** From outputs such as `resources-stage-throttle`. */
async function apisOf(terraform: Terraform): Promise<Api[]> {
  return Object.entries(await terraform.output()).map(([output, { value }]) => {
    const [definition, part, option] = output.split('-') as [string, string, string];
    const { id, stage, name } = value as Pick<Api, 'id' | 'stage' | 'name'>;
    return { definition, option: `${part}.${option}`, id, stage, name };
  });
}

/** One deploy, and what it leaves, by the API's name. */
async function deployed(terraform: Terraform, url: string, report: Report): Promise<Map<string, OptionResult>> {
  report('  deploying');
  let plan: PlanJson | undefined;
  await deployStack(terraform, { onPlan: (made) => (plan = made) });
  report('  planning again');
  const again = await terraform.plan();
  const pending = again.changes ? changedIn(await terraform.showPlan(again.file)) : [];
  const results = new Map<string, OptionResult>();
  for (const api of await apisOf(terraform)) {
    const isOwn = (address: string) => new RegExp(`\\.${api.name}(_|$)`).test(address);
    const isServed = (await differences(url, api.id, api.stage)).length === 0;
    const seen = changedIn(plan).some(isOwn) ? 'yes' : 'nothing to do';
    results.set(api.name, pending.some(isOwn) ? 'planned again' : isServed ? seen : 'not served');
  }
  return results;
}

const changedIn = (plan?: PlanJson): string[] =>
  (plan?.resource_changes ?? [])
    .filter(({ change }) => change.actions.join() !== 'no-op')
    .map(({ address }) => address);
