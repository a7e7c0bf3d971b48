import { reviewOf, type EnvironmentPlans, type Review, reviewEnvironment } from '@gatehouse/plan-review';
import { isDangerous, type Change } from '../change';

export interface Evaluated {
  readonly change: Change;
  readonly verdict: Review['verdict'];
  /** `critical route-public`, each once, sorted; what is only `expected` is left out. */
  readonly found: readonly string[];
  readonly right: boolean;
  /** What the review says, for whoever looks into a wrong one. */
  readonly messages: readonly string[];
}

/** Reviews as the command line does, and compares with what a reviewer must hear. */
export function evaluate(change: Change, plans: EnvironmentPlans): Evaluated {
  const environment = reviewEnvironment(plans);
  const { verdict } = reviewOf([environment]);
  const findings = environment.findings.filter(({ severity }) => severity !== 'expected');
  const found = [...new Set(findings.map(({ rule, severity }) => `${severity} ${rule}`))].sort();
  const same = found.join() === [...change.expected].sort().join();
  return {
    change,
    verdict,
    found,
    right: same && verdict === (isDangerous(change) ? 'risky' : 'clean'),
    messages: findings.map(
      ({ severity, rule, address, message }) => `${severity} ${rule} ${address}: ${message}`,
    ),
  };
}
