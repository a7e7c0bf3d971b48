import { findTerraform, readStacks, Terraform } from '@gatehouse/terraform';

/** How many resources the state of a stack holds. */
export interface AppliedStack {
  readonly stack: string;
  readonly resources: number;
}

/**
 * Reads the state of every stack that an app has synthesized.
 *
 * @throws SetupError or TerraformError when it cannot be read
 */
export async function appliedResources(app: string): Promise<AppliedStack[]> {
  const binary = await findTerraform();
  const applied: AppliedStack[] = [];
  for (const stack of readStacks(app)) {
    const terraform = new Terraform({ binary, stack });
    await terraform.init();
    const { values } = await terraform.showState();
    applied.push({ stack: stack.name, resources: managedIn(values?.root_module) });
  }
  return applied;
}

/** https://developer.hashicorp.com/terraform/internals/json-format#values-representation */
interface ModuleValues {
  readonly resources?: readonly { readonly address: string; readonly mode?: string }[];
  readonly child_modules?: readonly ModuleValues[];
}

/** Data sources are only read; nothing of them is left behind. */
function managedIn(module: ModuleValues = {}): number {
  const own = (module.resources ?? []).filter(({ mode }) => mode !== 'data').length;
  return (module.child_modules ?? []).reduce((sum, child) => sum + managedIn(child), own);
}
