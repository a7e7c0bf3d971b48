import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FunctionPermission, type LambdaFunction, type Surface } from '@gatehouse/surface';
import { type ArchivePlaces, findArchive, type FoundArchive, noArchive, unpack } from './archive';
import { FunctionError, NotPermittedError } from './function-error';
import { startInstance } from './instance';
import { Instances } from './instances';
import { type Caller, permits } from './permissions';

/** Runs Lambda functions from their deployed archives. */
export type Functions = Pick<ArchivedFunctions, 'invoke' | 'load' | 'stop'>;

export interface FunctionsOptions extends ArchivePlaces {
  /**
   * Where the functions find AWS.
   * @default - AWS itself, for which they have no credentials
   */
  readonly awsEndpoint?: string;
  /** A line that a function printed. */
  readonly onOutput: (functionName: string, line: string) => void;
}

interface Loaded {
  readonly lambda: LambdaFunction;
  /** Code and settings; what has the same one stays warm. */
  readonly fingerprint: string;
  /** Of the archive that the code is from. */
  readonly stamp?: string;
  readonly instances: Pick<Instances, 'invoke' | 'drain' | 'stop'>;
}

export const createFunctions = (options: FunctionsOptions): Functions => new ArchivedFunctions(options);

class ArchivedFunctions {
  private readonly target = mkdtempSync(join(tmpdir(), 'gatehouse-functions-'));
  private loaded = new Map<string, Loaded>();
  private permissions: readonly FunctionPermission[] = [];
  /** Functions whose archive is read again, by their ARN: callers wait for one reading. */
  private readonly renewing = new Map<string, Promise<void>>();

  constructor(private readonly options: FunctionsOptions) {}

  /** The result as JSON; rejects with a FunctionError, or a NotPermittedError when nothing lets the caller in. */
  async invoke(functionArn: string, event: string, caller: Caller): Promise<string> {
    // An alias or version is part of the ARN in a URI; there is one code of each function here.
    const parts = functionArn.split(':');
    const plainArn = parts.slice(0, 7).join(':');
    const found = this.loaded.get(plainArn);
    if (!found) throw new FunctionError(`function ${functionArn} is not deployed`);
    if (!permits(this.permissions, found.lambda, { ...caller, qualifier: parts[7] })) {
      const { name } = found.lambda;
      const called = parts[7] === undefined ? name : `${name}:${parts[7]}`;
      throw new NotPermittedError(`no aws_lambda_permission lets ${caller.sourceArn} call function ${called}`);
    }
    await this.renewIfRebuilt(plainArn, found);
    return (this.loaded.get(plainArn) ?? found).instances.invoke(event, caller.milliseconds);
  }

  /** Takes the functions as they are deployed now; those whose code and settings did not change stay warm. */
  async load({ functions, functionPermissions }: Pick<Surface, 'functions' | 'functionPermissions'>): Promise<void> {
    const next = new Map<string, Loaded>();
    for (const lambda of functions) next.set(lambda.arn, await this.prepare(lambda));
    const kept = new Set([...next.values()].map(({ instances }) => instances));
    const gone = [...this.loaded.values()].filter(({ instances }) => !kept.has(instances));
    this.loaded = next;
    this.permissions = functionPermissions;
    await Promise.all(gone.map(({ instances }) => instances.drain()));
  }

  async stop(): Promise<void> {
    await Promise.all([...this.loaded.values()].map(({ instances }) => instances.stop()));
    this.loaded = new Map();
    await rm(this.target, { recursive: true, force: true });
  }

  /** What was unpacked still runs while its archive is gone, as it may be for a moment when it is built. */
  private async renewIfRebuilt(arn: string, known: Loaded): Promise<void> {
    const archive = known.stamp === undefined ? undefined : await findArchive(known.lambda, this.options);
    if (archive === undefined || archive.stamp === known.stamp) return;
    const renewing = this.renewing.get(arn) ?? this.renew(arn, known, archive);
    this.renewing.set(arn, renewing);
    await renewing.finally(() => this.renewing.delete(arn));
  }

  private async renew(arn: string, known: Loaded, archive: FoundArchive): Promise<void> {
    const next = await this.prepare(known.lambda, archive).catch((error: Error) => {
      throw new FunctionError(`function ${known.lambda.name}: ${error.message}`);
    });
    // Otherwise a deployment was faster.
    if (this.loaded.get(arn) !== known) return;
    this.loaded.set(arn, next);
    if (next.instances !== known.instances) void known.instances.drain();
  }

  private async prepare(lambda: LambdaFunction, archive?: FoundArchive): Promise<Loaded> {
    if (!lambda.runtime.startsWith('nodejs')) return unrunnable(lambda);
    const found = archive ?? (await findArchive(lambda, this.options));
    if (found === undefined) throw noArchive(lambda, this.options);
    const { stamp } = found;
    const { folder, sha256 } = await unpack(lambda, found.path, this.target);
    const fingerprint = JSON.stringify([sha256, lambda]);
    const before = this.loaded.get(lambda.arn);
    if (before?.fingerprint === fingerprint) return { ...before, stamp };
    const { awsEndpoint, onOutput } = this.options;
    const start = () => startInstance(lambda, { folder, awsEndpoint }, (line) => onOutput(lambda.name, line));
    return { lambda, fingerprint, stamp, instances: new Instances(start) };
  }
}

function unrunnable(lambda: LambdaFunction): Loaded {
  const { name, runtime } = lambda;
  const nothing = () => Promise.resolve();
  const error = new FunctionError(`function ${name}: runtime ${runtime} cannot be run here, only nodejs can`);
  const invoke = () => Promise.reject(error);
  return { lambda, fingerprint: '', instances: { invoke, drain: nothing, stop: nothing } };
}
