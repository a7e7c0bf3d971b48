import { reviewEnvironment, reviewOf } from '@gatehouse/plan-review';
import { environmentRules, evaluateRules, posture, readPlans, refusalRules, type Finding } from '@gatehouse/surface';
import { isDangerous, PLAIN_STACK, type Change, type Edit } from './change';
import { type Plans } from './plans';
import { wordsOf } from './words';

export interface Evaluated {
  readonly change: Change;
  /** `critical route-public <address>`, sorted. */
  readonly found: readonly string[];
  /** Expected and not found. */
  readonly missing: readonly string[];
  /** Found and not expected; severity `expected` is left out. */
  readonly unexpected: readonly string[];
  /** All that the review says, to the word. */
  readonly words: string;
  /** The verdict is wrong: a dangerous change passes, or a harmless one does not. */
  readonly wrongVerdict: boolean;
}

/** Reviews the plans of a change as the command line does, and compares with what must be found. */
export function evaluate(change: Change, plans: Plans): Evaluated {
  const { findings, access, risky } = findingsIn(change.edit, plans);
  const found = textsOf(findings);
  const isFound = (expected: string) => found.some((each) => matches(each, expected));
  const isExpected = (each: string) => change.expected.some((expected) => matches(each, expected));
  return {
    change,
    found,
    missing: change.expected.filter((expected) => !isFound(expected)),
    unexpected: found.filter((each) => !each.startsWith('expected ') && !isExpected(each)),
    words: wordsOf(findings, access),
    wrongVerdict: risky !== isDangerous(change),
  };
}

function findingsIn({ settings, before, after }: Edit, plans: Plans) {
  if (settings) {
    const findings = evaluateRules(environmentRules, settings, settings.tier);
    return { findings, access: [], risky: findings.length > 0 };
  }
  const environment = reviewEnvironment({
    plans,
    synthesized: after,
    // Our own deploys again; what others apply with does not.
    deploysAgain: !(PLAIN_STACK in after),
  });
  // Of what is all new, the rules decide that do at synth.
  const isAllNew = Object.keys(before).length === 0;
  const findings = isAllNew ? atSynth(plans) : environment.findings;
  return { findings, access: environment.access, risky: reviewOf([environment]).verdict === 'risky' };
}

function atSynth(plans: Plans): Finding[] {
  const { after } = readPlans(plans);
  return [...posture(after), ...evaluateRules(refusalRules, after)];
}

export const isRight = ({ missing, unexpected, wrongVerdict }: Evaluated): boolean =>
  missing.length === 0 && unexpected.length === 0 && !wrongVerdict;

/** `critical route-public <address>`, sorted. */
export const textsOf = (findings: readonly Pick<Finding, 'severity' | 'rule' | 'address'>[]) =>
  findings.map(({ severity, rule, address }) => `${severity} ${rule} ${address}`).sort();

const matches = (found: string, expected: string) => found === expected || found.startsWith(`${expected} `);
