import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FunctionPermission, type LambdaFunction, type Surface } from '@gatehouse/surface';
import { type ArchivePlaces, findArchive, type FoundArchive, noArchive, unpack } from './archive';
import { FunctionError, NotPermittedError } from './function-error';
import { type FunctionAws, startInstance } from './instance';
import { Instances } from './instances';
import { type Caller, permits } from './permissions';

/** Runs Lambda functions from their deployed archives. */
export type Functions = Pick<ArchivedFunctions, 'invoke' | 'load' | 'stop'>;

export interface FunctionsOptions extends ArchivePlaces {
  /** @default - AWS itself, for which the functions have no credentials */
  readonly aws?: FunctionAws;
  /** A line that a function printed. */
  readonly onOutput: (functionName: string, line: string) => void;
}

/** 6 MB */
const maxEventBytes = 6_291_456;

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

  /**
   * The result as JSON; rejects with a FunctionError, or a NotPermittedError when nothing lets the caller in.
   *
   * @param caller a service; undefined when the emulator has let the caller in
   */
  async invoke(functionArn: string, event: string, caller: Caller | undefined): Promise<string> {
    // An alias or version is part of the ARN in a URI; there is one code of each function here.
    const parts = functionArn.split(':');
    const plainArn = parts.slice(0, 7).join(':');
    const found = this.loaded.get(plainArn);
    if (!found) throw new FunctionError(`function ${functionArn} is not deployed`);
    if (caller && !permits(this.permissions, found.lambda, { ...caller, qualifier: parts[7] })) {
      const { name } = found.lambda;
      const called = parts[7] === undefined ? name : `${name}:${parts[7]}`;
      throw new NotPermittedError(`no aws_lambda_permission lets ${caller.sourceArn} call function ${called}`);
    }
    checkSize(found.lambda, event);
    await this.renewIfRebuilt(plainArn, found);
    return (this.loaded.get(plainArn) ?? found).instances.invoke(event, caller?.milliseconds);
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
    const { aws, onOutput } = this.options;
    const start = () => startInstance(lambda, { folder, aws }, (line) => onOutput(lambda.name, line));
    return { lambda, fingerprint, stamp, instances: new Instances(start) };
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
