import { differenceRules } from '../difference/difference-rules';
import { environmentRules } from '../environment/rules';
import { postureRules } from '../posture/posture';
import { refusalRules } from '../refusal/refusal';
import { ruleFailed } from './evaluate-rules';
import type { AnyRule, RuleInfo } from './rule';
import { ruleSet, type RuleSet, type TeamRules } from './rule-set';

/** Gatehouse's rules of every family. */
export const ourRules: readonly AnyRule[] = [...postureRules, ...refusalRules, ...differenceRules, ...environmentRules];

/**
 * Gatehouse's rules with those of a team.
 *
 * @throws RuleCollisionError
 */
export const allRules = (team?: TeamRules): RuleSet => ruleSet(ourRules, team);

/** What findings of these rules can be about: every rule, and that one of them failed. */
export const ruleInfos = ({ all }: RuleSet): readonly RuleInfo[] => [...all, ruleFailed];
