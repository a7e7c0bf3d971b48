import { worstFirst } from '../findings/worst-first';
import * as rules from './rules';

/** Every rule about what AWS refuses to create, though Terraform plans it. */
export const refusalRules = worstFirst(rules);
