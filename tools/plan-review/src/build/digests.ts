import { accessOf, callerOf, type ModuleCode, type ReadPlans, type TerraformPlan } from '@gatehouse/surface';
import { declares } from '../config/code-of-plans';
import { codeDigest } from '../digest/code-digest';
import { planDigest } from '../digest/plan-digest';
import type { StackReview } from '../model/review';
import { stackCode } from '../read/stack-code';
import type { EnvironmentPlans } from '../review';

export type Digested = Pick<
  StackReview,
  'readAtApply' | 'boundByReference' | 'digest' | 'digestParts' | 'secretChanges' | 'secrets'
>;

/** The digest of a stack, by what is planned for it, or by its code while it cannot be planned. */
export function digestOfStack(stack: string, input: EnvironmentPlans, read: ReadPlans): Digested {
  const { plans, code, locks = {}, written = {}, secretsKey } = input;
  const plan = plans[stack];
  const own = synthesizedCode(stack, input);
  if (!plan) {
    if (!own || !code) return {};
    return { digest: codeDigest(own, [...tableOf(stack, read), ...(locks[stack] ?? [])], secretsKey) };
  }
  const configuration = written[stack] ?? own ?? declaring(plan, input);
  const { digest, parts, byReference, secrets, secretChanges, readAtApply } = planDigest(plan, {
    configuration,
    providers: locks[stack],
    secretsKey,
  });
  return {
    digest,
    digestParts: parts,
    boundByReference: [...byReference],
    secrets,
    secretChanges: [...secretChanges],
    readAtApply: readAtApply.map(({ source, usedBy }) => ({ source, usedBy: [...usedBy] })),
  };
}

function synthesizedCode(
  stack: string,
  { synthesized = {}, directories = {} }: EnvironmentPlans,
): ModuleCode | undefined {
  const content = synthesized[stack];
  return content && stackCode(content, directories[stack]);
}

/** Of a plan whose name is not that of its stack. */
function declaring(plan: TerraformPlan, input: EnvironmentPlans): ModuleCode | undefined {
  const [name] = Object.entries(input.synthesized ?? {}).find(([, each]) => declares(each, plan)) ?? [];
  return name === undefined ? undefined : synthesizedCode(name, input);
}

/** Who may call what of a stack, all of it: what of that is new, the commit says that it is compared with. */
const tableOf = (stack: string, { after }: ReadPlans): readonly unknown[] =>
  accessOf(after)
    .routes.filter((route) => route.stack === stack && !route.preflight)
    .map((route) => [route.kind, route.title, callerOf(route).words]);
