import { reviewOf, type EnvironmentPlans, type Review, reviewEnvironment } from '@gatehouse/plan-review';
import { isDangerous, type Change } from '../change';

export interface Judged {
  readonly change: Change;
  readonly verdict: Review['verdict'];
  /** `critical route-public`, each once, sorted; what is only `expected` is left out. */
  readonly found: readonly string[];
  readonly right: boolean;
  /** What the review says, for whoever looks into a wrong one. */
  readonly messages: readonly string[];
}

/** Reviews as the command line does, and compares with what a reviewer must hear. */
export function judge(change: Change, plans: EnvironmentPlans): Judged {
  const environment = reviewEnvironment(plans);
  const { verdict } = reviewOf([environment]);
  const risks = environment.risks.filter(({ severity }) => severity !== 'expected');
  const found = [...new Set(risks.map(({ rule, severity }) => `${severity} ${rule}`))].sort();
  const same = found.join() === [...change.expected].sort().join();
  return {
    change,
    verdict,
    found,
    right: same && verdict === (isDangerous(change) ? 'risky' : 'clean'),
    messages: risks.map(
      ({ severity, rule, address, message }) => `${severity} ${rule} ${address}: ${message}`,
    ),
  };
}
