import { type DoorEmulator } from './door-emulator';
import { type DoorRequest, type Reply } from './http';
import { type ProviderSignIns } from './identity-provider/provider-sign-ins';
import { type DoorPool } from './pool';

/** What answers one request of one pool. */
export interface DoorContext {
  readonly request: DoorRequest;
  /** As it is at this request: changes by Terraform and the API count at once, as on AWS. */
  readonly pool: DoorPool;
  readonly emulator: DoorEmulator;
  readonly signIns: ProviderSignIns;
}

export type Handler = (context: DoorContext) => Promise<Reply> | Reply;
