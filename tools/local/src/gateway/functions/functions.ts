import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FunctionPermission, type LambdaFunction, type Surface } from '@gatehouse/surface';
import { unpack } from './archive';
import { FunctionError, NotPermittedError } from './function-error';
import { startInstance } from './instance';
import { Instances } from './instances';
import { permits } from './permissions';

/** Runs Lambda functions from their deployed archives. */
export type Functions = Pick<ArchivedFunctions, 'invoke' | 'load' | 'stop'>;

export interface FunctionsOptions {
  /** Folders that a function's `filename` may be relative to. */
  readonly roots: readonly string[];
  /** A line that a function printed. */
  readonly onOutput: (functionName: string, line: string) => void;
}

interface Loaded {
  readonly lambda: LambdaFunction;
  readonly fingerprint: string;
  readonly instances: Pick<Instances, 'invoke' | 'drain' | 'stop'>;
}

export const createFunctions = (options: FunctionsOptions): Functions => new ArchivedFunctions(options);

class ArchivedFunctions {
  private readonly target = mkdtempSync(join(tmpdir(), 'gatehouse-functions-'));
  private loaded = new Map<string, Loaded>();
  private permissions: readonly FunctionPermission[] = [];

  constructor(private readonly options: FunctionsOptions) {}

  /** The result as JSON; rejects with a FunctionError, or a NotPermittedError when nothing lets `sourceArn` in. */
  async invoke(functionArn: string, event: string, sourceArn: string): Promise<string> {
    // An alias or version is part of the ARN in a URI; there is one code of each function here.
    const plainArn = functionArn.split(':').slice(0, 7).join(':');
    const found = this.loaded.get(plainArn);
    if (!found) throw new FunctionError(`function ${functionArn} is not deployed`);
    if (!permits(this.permissions, found.lambda, sourceArn)) {
      const { name } = found.lambda;
      throw new NotPermittedError(`no aws_lambda_permission lets ${sourceArn} call function ${name}`);
    }
    return found.instances.invoke(event);
  }

  /** Takes the functions as they are deployed now; those whose code and settings did not change stay warm. */
  async load({ functions, functionPermissions }: Pick<Surface, 'functions' | 'functionPermissions'>): Promise<void> {
    const next = new Map<string, Loaded>();
    for (const lambda of functions) next.set(lambda.arn, await this.prepare(lambda));
    const kept = new Set(next.values());
    const gone = [...this.loaded.values()].filter((before) => !kept.has(before));
    this.loaded = next;
    this.permissions = functionPermissions;
    await Promise.all(gone.map(({ instances }) => instances.drain()));
  }

  async stop(): Promise<void> {
    await Promise.all([...this.loaded.values()].map(({ instances }) => instances.stop()));
    this.loaded = new Map();
    await rm(this.target, { recursive: true, force: true });
  }

  private async prepare(lambda: LambdaFunction): Promise<Loaded> {
    if (!lambda.runtime.startsWith('nodejs')) return unrunnable(lambda);
    const { roots, onOutput } = this.options;
    const { folder, sha256 } = await unpack(lambda, roots, this.target);
    const fingerprint = JSON.stringify([sha256, lambda]);
    const before = this.loaded.get(lambda.arn);
    if (before?.fingerprint === fingerprint) return before;
    const start = () => startInstance(lambda, folder, (line) => onOutput(lambda.name, line));
    return { lambda, fingerprint, instances: new Instances(start) };
  }
}

function unrunnable(lambda: LambdaFunction): Loaded {
  const { name, runtime } = lambda;
  const nothing = () => Promise.resolve();
  const error = new FunctionError(`function ${name}: runtime ${runtime} cannot be run here, only nodejs can`);
  const invoke = () => Promise.reject(error);
  return { lambda, fingerprint: '', instances: { invoke, drain: nothing, stop: nothing } };
}
