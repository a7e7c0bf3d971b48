import { SetupError, TerraformError } from './errors';
import { type PlanJson } from './plan-json';
import { readStackConfig } from './stack-config';
import { staleDeployments } from './stale-deployments';
import { type Terraform } from './terraform';
import { type Import, type Plan } from './terraform-options';
import { type ChangeSummary, NOTHING_CHANGED } from './ui-events';

export interface DeployStackOptions {
  /** As `Terraform.apply` takes it. @default - none */
  readonly journal?: string;
  /** Sees each plan before it is applied. */
  readonly onPlan?: (plan: PlanJson) => void;
  /** API Gateway deployments that are made once more, because their snapshot still holds what was just removed. */
  readonly onRedeploy?: (addresses: readonly string[]) => void;
  /** Whether a second plan, which makes them once more, must do nothing else. @default false */
  readonly onlyRedeploys?: boolean;
}

/** A plan that waits to be applied. */
export interface PlannedStack {
  readonly plan: Plan;
  /** Its JSON, where that was needed already. */
  readonly json?: PlanJson;
}

/**
 * Plans an initialised stack and applies exactly that plan; then makes stale API Gateway deployments once more.
 *
 * @returns what the first plan changed; nothing when there was nothing to change
 * @throws as Terraform's methods do
 */
export const deployStack = async (
  terraform: Terraform,
  /** `imports`: what may exist already; what does not is made. */
  { imports = [], ...options }: DeployStackOptions & { readonly imports?: readonly Import[] } = {},
): Promise<ChangeSummary | undefined> => applyPlanned(terraform, await planWith(terraform, imports), options);

/** Applies a plan that was made before, as `deployStack` does. */
export async function applyPlanned(
  terraform: Terraform,
  { plan, json: known }: PlannedStack,
  options: DeployStackOptions,
): Promise<ChangeSummary | undefined> {
  if (!plan.changes) return undefined;
  // Reading a plan starts the providers: only when it is needed.
  const json = known ?? (options.onPlan || removes(plan) ? await terraform.showPlan(plan.file) : undefined);
  if (json) options.onPlan?.(json);
  const summary = await terraform.apply(plan.file, options);
  const stale = json ? staleDeployments(json, readStackConfig(terraform.options.stack)) : [];
  if (stale.length > 0) {
    options.onRedeploy?.(stale);
    const { file } = await terraform.plan({ replace: stale });
    if (options.onlyRedeploys) refuseMore(await terraform.showPlan(file), stale, terraform.options.stack.name);
    await terraform.apply(file, options);
  }
  // An apply whose state was written afterwards counts nothing, but did all of its plan.
  return summary ?? plan.summary ?? NOTHING_CHANGED;
}

/** @throws SetupError it does more than making deployments again and having stages serve them */
function refuseMore({ resource_changes: changes = [] }: PlanJson, stale: readonly string[], stack: string): void {
  const more = changes.filter(
    ({ address, mode, type, change: { actions } }) =>
      mode === 'managed' &&
      !actions.includes('no-op') &&
      !stale.includes(address) &&
      !(type === 'aws_api_gateway_stage' && actions.join() === 'update'),
  );
  if (more.length === 0) return;
  throw new SetupError(
    `${stack} was applied, but ${stale.join(', ')} was not deployed once more, so its snapshot still holds what was removed: the plan of ` +
      `that does something else too (${more.map(({ address }) => address).join(', ')}). Review and deploy again.`,
  );
}

/** Whether something goes away, to be replaced or not. */
export const removes = ({ summary }: Plan): boolean => (summary?.remove ?? 0) > 0;

/** Plans with those imports of which AWS has something; Terraform names the others. */
export async function planWith(terraform: Terraform, imports: readonly Import[]): Promise<PlannedStack> {
  try {
    return { plan: await terraform.plan({ imports }) };
  } catch (error) {
    const absent = error instanceof TerraformError ? absentImports(error, imports) : [];
    if (absent.length === 0) throw error;
    return planWith(
      terraform,
      imports.filter((each) => !absent.includes(each)),
    );
  }
}

const absentImports = ({ diagnostics }: TerraformError, imports: readonly Import[]): Import[] =>
  imports.filter(({ to }) =>
    diagnostics.some(
      ({ summary, detail, address }) =>
        /non-existent remote object|not ?found/i.test(`${summary} ${detail}`) &&
        (address === to || detail.includes(`"${to}"`)),
    ),
  );
