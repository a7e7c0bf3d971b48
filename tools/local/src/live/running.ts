import { type CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { type Environment } from '@gatehouse/environment';
import { type Surface } from '@gatehouse/surface';
import { type Stack } from '@gatehouse/terraform';
import { type Emulator } from '../emulator';
import { type FrontDoor } from '../front-door';
import { type Gateway } from '../gateway';
import { type PoolAccess } from '../up/demo-users';
import { type KnownUsers } from '../up/known-users';
import { type Machine } from '../up/machines';
import { type Outputs } from '../up/outputs';
import { type SignAs } from '../up/sign-as';

/** The local environment, deployed and served. */
export interface Running {
  readonly environment: Environment;
  /** What is applied in all of its stacks. */
  readonly surface: Surface;
  /** Its synthesized stacks, every one after those whose state it reads. */
  readonly stacks: readonly Stack[];
  readonly outputs: Outputs;
  readonly pools: readonly PoolAccess[];
  /** What the file of users said when they were made. */
  readonly knownUsers: KnownUsers;
  readonly machines: readonly Machine[];
  readonly cognito: CognitoIdentityProviderClient;
  readonly emulator: Emulator;
  readonly gateway: Gateway;
  readonly frontDoor: FrontDoor;
  /** Signs claims with the key of a user pool. */
  readonly sign: SignAs;
}

/** The local environment as it is served now; a reload replaces what is read from it. */
export interface Live {
  readonly current: Running;
  /** @returns ends it */
  onReload(listener: ReloadListener): () => void;
}

export type ReloadListener = (now: Running, before: Running) => void;

/** A `Live` that its owner renews. */
export class LiveEnvironment implements Live {
  private readonly listeners = new Set<ReloadListener>();

  constructor(private running: Running) {}

  get current(): Running {
    return this.running;
  }

  onReload(listener: ReloadListener): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** From now on this is what is served. */
  replace(now: Running): void {
    const before = this.running;
    this.running = now;
    for (const listener of this.listeners) listener(now, before);
  }
}
