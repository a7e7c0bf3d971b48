import { worstFirst } from '../findings/worst-first';
import * as rules from './rules';

/** Every difference rule. */
export const differenceRules = worstFirst(rules);
