import { type ApiDomain, type HttpApi, type RestApi, type UsagePlan } from '@gatehouse/surface';
import { type HttpSnapshot, type Snapshot } from '../snapshots';
import { type GatewayRow } from './row';

/** Rows that belong together, and what must be served for them. */
export interface Area {
  readonly apis?: readonly RestApi[];
  readonly httpApis?: readonly HttpApi[];
  readonly apiDomains?: readonly ApiDomain[];
  readonly usagePlans?: readonly UsagePlan[];
  /** What deployments froze, by `<api id>/<deployment id>`, and by `<api id>` what one would freeze now. */
  readonly snapshots?: Readonly<Record<string, Snapshot | HttpSnapshot>>;
  readonly rows: readonly GatewayRow[];
}
