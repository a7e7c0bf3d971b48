import { evaluateRules } from '../findings/evaluate-rules';
import type { Finding } from '../findings/finding';
import type { Surface, Unknown } from '../model';
import { postureRules } from './rules';

/** What is wrong with a surface as it stands, the worst first, then by address. */
export const posture = (surface: Surface<Unknown>): Finding[] => evaluateRules(postureRules, surface);
