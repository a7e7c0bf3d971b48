import { accessOf, callerOf, type ModuleCode, type ReadPlans, type SynthesizedStack } from '@gatehouse/surface';
import { declares } from '../config/code-of-plans';
import { codeDigest } from '../digest/code-digest';
import { planDigest } from '../digest/plan-digest';
import type { StackReview } from '../model/review';
import type { EnvironmentPlans } from '../review';

export type Digested = Pick<
  StackReview,
  'readAtApply' | 'boundByReference' | 'digest' | 'digestParts' | 'secretChanges' | 'secrets'
>;

/** The digest of a stack, by what is planned for it, or by its code while it cannot be planned. */
export function digestOfStack(stack: string, input: EnvironmentPlans, read: ReadPlans): Digested {
  const { plans, code, locks = {}, synthesized = {}, written = {}, secretsKey } = input;
  const plan = plans[stack];
  const own = synthesized[stack];
  if (!plan) {
    if (!own || !code) return {};
    return { digest: codeDigest({ content: own }, [...tableOf(stack, read), ...(locks[stack] ?? [])], secretsKey) };
  }
  const configuration =
    written[stack] ?? codeOf(own ?? Object.values(synthesized).find((each) => declares(each, plan)));
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

const codeOf = (content: SynthesizedStack | undefined): ModuleCode | undefined => content && { content };

/** Who may call what of a stack, all of it: what of that is new, the commit says that it is compared with. */
const tableOf = (stack: string, { after }: ReadPlans): readonly unknown[] =>
  accessOf(after)
    .routes.filter((route) => route.stack === stack && !route.preflight)
    .map((route) => [route.kind, route.title, callerOf(route).words]);
