import { rm } from 'node:fs/promises';
import { type FunctionPermission, type LambdaFunction } from '@gatehouse/surface';
import { NotDeployedError, NotPermittedError } from './function-error';
import { type Instances } from './instances';
import { type Caller, permits } from './permissions';

/** A function that can be called. */
export interface Loaded {
  readonly lambda: LambdaFunction;
  /** Code and settings; what has the same one stays warm. */
  readonly fingerprint: string;
  /** Of the archive that the code is from. */
  readonly stamp?: string;
  /** Of its code. */
  readonly folder?: string;
  readonly instances: Pick<Instances, 'invoke' | 'drain' | 'stop'>;
}

/** The functions of one moment by their ARN, and who may call them. */
export interface FunctionSet {
  readonly loaded: ReadonlyMap<string, Loaded>;
  readonly permissions: readonly FunctionPermission[];
}

/** A function of a set, for a caller whom its permissions let in. */
export function loadedIn({ loaded, permissions }: FunctionSet, functionArn: string, caller: Caller | undefined) {
  // An alias or version is part of the ARN in a URI; there is one code of each function here.
  const parts = functionArn.split(':');
  const plainArn = parts.slice(0, 7).join(':');
  const found = loaded.get(plainArn);
  if (!found) throw new NotDeployedError(functionArn);
  if (caller && !permits(permissions, found.lambda, { ...caller, qualifier: parts[7] })) {
    const { name } = found.lambda;
    const called = parts[7] === undefined ? name : `${name}:${parts[7]}`;
    throw new NotPermittedError(`no aws_lambda_permission lets ${caller.sourceArn} call function ${called}`);
  }
  return { found, plainArn };
}

/** The set that is used now, and those before it that a caller still holds. */
export class FunctionSets {
  current: FunctionSet = { loaded: new Map(), permissions: [] };
  private readonly holders = new Map<FunctionSet, number>();
  /** What is in no set any more, until it has ended. */
  private readonly leaving = new Map<Loaded['instances'], Promise<void>>();

  hold(): { readonly set: FunctionSet; release(): void } {
    const set = this.current;
    this.holders.set(set, (this.holders.get(set) ?? 0) + 1);
    let held = true;
    const release = (): void => {
      if (held) this.release(set);
      held = false;
    };
    return { set, release };
  }

  use(next: FunctionSet): void {
    const before = this.current;
    this.current = next;
    if (!this.holders.has(before)) this.retire(before);
  }

  /** Ends every function at once. */
  async stop(): Promise<void> {
    const all = [...this.holders.keys(), this.current].flatMap(({ loaded }) => [...loaded.values()]);
    const instances = new Set([...all.map((each) => each.instances), ...this.leaving.keys()]);
    this.current = { loaded: new Map(), permissions: [] };
    this.holders.clear();
    await Promise.all([...instances].map((each) => each.stop()));
  }

  private release(set: FunctionSet): void {
    const left = (this.holders.get(set) ?? 0) - 1;
    if (left > 0) return void this.holders.set(set, left);
    if (this.holders.delete(set) && set !== this.current) this.retire(set);
  }

  private retire({ loaded }: FunctionSet): void {
    const used = new Set(
      [this.current, ...this.holders.keys()].flatMap((set) => [...set.loaded.values()].map((each) => each.instances)),
    );
    for (const { folder, instances } of loaded.values()) {
      if (used.has(instances) || this.leaving.has(instances)) continue;
      const left = instances.drain().then(() => (folder ? rm(folder, { recursive: true, force: true }) : undefined));
      this.leaving.set(
        instances,
        left.finally(() => this.leaving.delete(instances)),
      );
    }
  }
}
