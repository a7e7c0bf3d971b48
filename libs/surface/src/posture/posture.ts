import { evaluateRules } from '../findings/evaluate-rules';
import type { Finding } from '../findings/finding';
import { worstFirst } from '../findings/worst-first';
import type { Surface, Unknown } from '../model';
import { criticalRules } from './critical-rules';
import * as rules from './rules';

/** Every posture rule. */
export const postureRules = [...criticalRules, ...worstFirst(rules)];

/** What is wrong with a surface as it stands, the worst first, then by address. */
export const posture = (surface: Surface<Unknown>): Finding[] => evaluateRules(postureRules, surface);
