import { accessDenied, type Decision, evaluate, type Policies, type PolicyRequest, remedies } from '@gatehouse/policy';

/** A request, and the policies that hold for it. */
export interface Question {
  readonly request: PolicyRequest;
  readonly policies: Policies;
}

/**
 * Operation `evaluate` of the bridge: whether policies allow a request.
 *
 * @param onRefusal gets what to change, for the owner of the policies
 */
export const evaluator =
  (onRefusal: (text: string) => void) =>
  ({ policies, request }: Question): Promise<Pick<Decision, 'verdict'>> => {
    const decision = evaluate(request, policies);
    if (decision.verdict !== 'allowed') {
      onRefusal(`[iam] ${[accessDenied(request, decision), ...remedies(decision)].join('\n      ')}`);
    }
    return Promise.resolve({ verdict: decision.verdict });
  };
