import { type ApiDomain, type HttpApi, type RestApi, type UsagePlan } from '@gatehouse/surface';
import { type GatewayRow } from './row';

/** Rows that belong together, and what must be served for them. */
export interface Area {
  readonly apis?: readonly RestApi[];
  readonly httpApis?: readonly HttpApi[];
  readonly apiDomains?: readonly ApiDomain[];
  readonly usagePlans?: readonly UsagePlan[];
  readonly rows: readonly GatewayRow[];
}
