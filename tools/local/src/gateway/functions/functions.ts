import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LambdaFunction, type Surface } from '@gatehouse/surface';
import { type ArchivePlaces, extract, findArchive, type FoundArchive, noArchive, readArchive } from './archive';
import { FunctionError } from './function-error';
import { type FunctionSet, FunctionSets, type Loaded, loadedIn } from './function-sets';
import { type FunctionAws, startInstance } from './instance';
import { Instances } from './instances';
import { type Caller } from './permissions';

/** Runs Lambda functions from their deployed archives. */
export type Functions = Pick<ArchivedFunctions, 'hold' | 'invoke' | 'load' | 'prepare' | 'renew' | 'stop' | 'use'>;

export interface FunctionsOptions extends ArchivePlaces {
  /** @default - AWS itself, for which the functions have no credentials */
  readonly aws?: FunctionAws;
  /** Archives that are built again are read when `renew` says so, not at the next call. @default false */
  readonly renewedByOwner?: boolean;
  /** A line that a function printed. */
  readonly onOutput: (functionName: string, line: string) => void;
}

/**
 * The result as JSON; rejects with a FunctionError, or a NotPermittedError when nothing lets the caller in.
 *
 * @param caller a service; undefined when the emulator has let the caller in
 */
export type InvokeFunction = (functionArn: string, event: string, caller: Caller | undefined) => Promise<string>;

/** The functions of one moment, which can be called until they are released. */
export interface HeldFunctions {
  readonly invoke: InvokeFunction;
  release(): void;
}

type Deployed = Pick<Surface, 'functions' | 'functionPermissions'>;

/** 6 MB */
const maxEventBytes = 6_291_456;

export const createFunctions = (options: FunctionsOptions): Functions => new ArchivedFunctions(options);

class ArchivedFunctions {
  private readonly target = mkdtempSync(join(tmpdir(), 'gatehouse-functions-'));
  private readonly sets = new FunctionSets();
  /** Functions whose archive is read again, by their ARN: callers wait for one reading. */
  private readonly renewing = new Map<string, Promise<void>>();
  private unpacked = 0;
  private places: ArchivePlaces;

  constructor(private readonly options: FunctionsOptions) {
    this.places = options;
  }

  /** The functions as they are now: a request is answered by these, whatever is loaded meanwhile. */
  hold(): HeldFunctions {
    const { set, release } = this.sets.hold();
    return { invoke: (arn, event, caller) => this.call(set, arn, event, caller), release };
  }

  readonly invoke: InvokeFunction = (functionArn, event, caller) => {
    const held = this.hold();
    return held.invoke(functionArn, event, caller).finally(held.release);
  };

  /**
   * The functions as they are deployed now; those whose code and settings did not change stay warm.
   *
   * @param roots folders that archives are relative to @default - as before
   */
  async prepare({ functions, functionPermissions }: Deployed, roots?: readonly string[]): Promise<FunctionSet> {
    this.places = { ...this.places, ...(roots && { roots }) };
    const loaded = new Map<string, Loaded>();
    for (const lambda of functions) loaded.set(lambda.arn, await this.read(lambda));
    return { loaded, permissions: functionPermissions };
  }

  /** From now on these are called. The others end when nobody holds them and what they were called for is done. */
  use(set: FunctionSet): void {
    this.sets.use(set);
  }

  async load(deployed: Deployed): Promise<void> {
    this.use(await this.prepare(deployed));
  }

  /** Takes archives that were built again. @returns names of the functions whose code is another now */
  async renew(): Promise<string[]> {
    const { loaded, permissions } = this.sets.current;
    const functions = [...loaded.values()].map(({ lambda }) => lambda);
    const next = await this.prepare({ functions, functionPermissions: permissions });
    this.use(next);
    return functions
      .filter(({ arn }) => next.loaded.get(arn)?.fingerprint !== loaded.get(arn)?.fingerprint)
      .map(({ name }) => name);
  }

  async stop(): Promise<void> {
    await this.sets.stop();
    await rm(this.target, { recursive: true, force: true });
  }

  private async call(set: FunctionSet, functionArn: string, event: string, caller?: Caller): Promise<string> {
    const { found, plainArn } = loadedIn(set, functionArn, caller);
    checkSize(found.lambda, event);
    if (this.options.renewedByOwner) return found.instances.invoke(event, caller?.milliseconds);
    await this.renewIfRebuilt(plainArn, found);
    return (this.sets.current.loaded.get(plainArn) ?? found).instances.invoke(event, caller?.milliseconds);
  }

  /** What was unpacked still runs while its archive is gone, as it may be for a moment when it is built. */
  private async renewIfRebuilt(arn: string, known: Loaded): Promise<void> {
    const archive = known.stamp === undefined ? undefined : await findArchive(known.lambda, this.places);
    if (archive === undefined || archive.stamp === known.stamp) return;
    const renewing = this.renewing.get(arn) ?? this.renewOne(arn, known, archive);
    this.renewing.set(arn, renewing);
    await renewing.finally(() => this.renewing.delete(arn));
  }

  private async renewOne(arn: string, known: Loaded, archive: FoundArchive): Promise<void> {
    const next = await this.read(known.lambda, archive).catch((error: Error) => {
      throw new FunctionError(`function ${known.lambda.name}: ${error.message}`);
    });
    const { loaded, permissions } = this.sets.current;
    // Otherwise a deployment was faster.
    if (loaded.get(arn) === known) this.use({ loaded: new Map([...loaded, [arn, next]]), permissions });
  }

  private async read(lambda: LambdaFunction, archive?: FoundArchive): Promise<Loaded> {
    if (!lambda.runtime.startsWith('nodejs')) return unrunnable(lambda);
    const found = archive ?? (await findArchive(lambda, this.places));
    if (found === undefined) throw noArchive(lambda, this.places);
    const { stamp } = found;
    const { bytes, sha256 } = await readArchive(found.path);
    const fingerprint = JSON.stringify([sha256, lambda]);
    const before = this.sets.current.loaded.get(lambda.arn);
    if (before?.fingerprint === fingerprint) return { ...before, stamp };
    const folder = join(this.target, String((this.unpacked += 1)));
    await extract(bytes, folder, `${lambda.address}: ${found.path}`);
    const { aws, onOutput } = this.options;
    const start = () => startInstance(lambda, { folder, aws }, (line) => onOutput(lambda.name, line));
    return { lambda, fingerprint, stamp, folder, instances: new Instances(start) };
  }
}

/** https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html#function-configuration-deployment-and-execution */
function checkSize({ name }: LambdaFunction, event: string): void {
  if (Buffer.byteLength(event) <= maxEventBytes) return;
  const message = `Request must be smaller than ${maxEventBytes} bytes for the InvokeFunction operation`;
  throw new FunctionError(`function ${name}: ${message}`, {
    kind: 'crashed',
    name: 'RequestTooLargeException',
    message,
  });
}

function unrunnable(lambda: LambdaFunction): Loaded {
  const { name, runtime } = lambda;
  const nothing = () => Promise.resolve();
  const error = new FunctionError(`function ${name}: runtime ${runtime} cannot be run here, only nodejs can`);
  const invoke = () => Promise.reject(error);
  return { lambda, fingerprint: '', instances: { invoke, drain: nothing, stop: nothing } };
}
