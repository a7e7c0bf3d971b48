import { apis } from './apis';
import { clients } from './clients';
import { flows } from './flows';
import { httpApis } from './http-apis';
import { identities } from './identities';
import type { Pairs } from './pair';
import { policies } from './policies';

export { addressOf, ruleOf, type Pair } from './pair';

/** Changes that prove what the tables of verdicts say, by `type rule`. */
export const verdictPairs: Pairs = { ...apis, ...clients, ...flows, ...httpApis, ...identities, ...policies };
