import { type Environment } from '@gatehouse/environment';
import { type Emulator } from '../../emulator';
import { type Running } from '../../live/running';

/** What the playground shows: the local environment, or states of any Terraform. */
export interface Shown extends Pick<Running, 'machines' | 'outputs' | 'pools' | 'sign' | 'surface'> {
  readonly environment: Pick<Environment, 'name' | 'project' | 'region'>;
  readonly emulator: Pick<Emulator, 'internal' | 'url'>;
  readonly gateway: Pick<Running['gateway'], 'urlOf'>;
  readonly frontDoor: Pick<Running['frontDoor'], 'urlOf'>;
  /** What authors say of their routes, by place. @default - nothing */
  readonly notes?: () => ReadonlyMap<string, string>;
  /** ARN of the permissions boundary that follows from what its roles do. @default - no such boundary */
  readonly boundary?: string;
}
