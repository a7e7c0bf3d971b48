import { worstFirst } from '../findings/worst-first';
import * as rules from './critical';

/** The posture rules that can find something critical. A synthesis where nothing less refuses loads no others. */
export const criticalRules = worstFirst(rules);
