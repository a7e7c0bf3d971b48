import {
  Terraform,
  TerraformError,
  type PlanJson,
  type Stack,
  type TerraformBinary,
} from '@gatehouse/terraform';

/** Plans as quickly as can be: what was applied has just been read, unless somebody changed it since. */
export async function planOf(
  binary: TerraformBinary,
  stack: Stack,
  { refresh = false, more = [] }: { readonly refresh?: boolean; readonly more?: readonly string[] } = {},
): Promise<PlanJson> {
  const planArguments = [...(refresh ? [] : ['-refresh=false']), ...more].join(' ');
  const env = { ...binary.env, TF_CLI_ARGS_plan: planArguments };
  const terraform = new Terraform({ binary: { ...binary, env }, stack });
  try {
    await terraform.plan({ lock: false });
  } catch (error) {
    // A plan with errors is a case of its own: Terraform saves it, marked.
    if (!(error instanceof TerraformError)) throw error;
    return terraform.showPlan().catch(() => Promise.reject(error));
  }
  return terraform.showPlan();
}
