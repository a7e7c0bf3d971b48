import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LambdaFunction } from '@gatehouse/surface';
import { unpack } from './archive';
import { FunctionError } from './function-error';
import { startInstance } from './instance';
import { Instances } from './instances';

/** Runs Lambda functions from their deployed archives. */
export interface Functions {
  /** The result as JSON; rejects with a FunctionError. */
  invoke(functionArn: string, event: string): Promise<string>;
  /** Takes the functions as they are deployed now; those whose code and settings did not change stay warm. */
  load(functions: readonly LambdaFunction[]): Promise<void>;
  stop(): Promise<void>;
}

export interface FunctionsOptions {
  /** Folders that a function's `filename` may be relative to. */
  readonly roots: readonly string[];
  /** A line that a function printed. */
  readonly onOutput: (functionName: string, line: string) => void;
}

interface Loaded {
  readonly fingerprint: string;
  readonly instances: Pick<Instances, 'invoke' | 'drain' | 'stop'>;
}

export function createFunctions({ roots, onOutput }: FunctionsOptions): Functions {
  const target = mkdtempSync(join(tmpdir(), 'gatehouse-functions-'));
  let loaded = new Map<string, Loaded>();

  const prepare = async (lambda: LambdaFunction): Promise<Loaded> => {
    if (!lambda.runtime.startsWith('nodejs')) return unrunnable(lambda);
    const { folder, sha256 } = await unpack(lambda, roots, target);
    const fingerprint = JSON.stringify([sha256, lambda]);
    const before = loaded.get(lambda.arn);
    if (before?.fingerprint === fingerprint) return before;
    const start = () => startInstance(lambda, folder, (line) => onOutput(lambda.name, line));
    return { fingerprint, instances: new Instances(start) };
  };

  return {
    async invoke(functionArn, event) {
      // An alias or version is part of the ARN in a URI; there is one code of each function here.
      const found = loaded.get(functionArn) ?? loaded.get(functionArn.split(':').slice(0, 7).join(':'));
      if (!found) throw new FunctionError(`function ${functionArn} is not deployed`);
      return found.instances.invoke(event);
    },
    async load(functions) {
      const next = new Map<string, Loaded>();
      for (const lambda of functions) next.set(lambda.arn, await prepare(lambda));
      const kept = new Set(next.values());
      const gone = [...loaded.values()].filter((before) => !kept.has(before));
      loaded = next;
      await Promise.all(gone.map(({ instances }) => instances.drain()));
    },
    async stop() {
      await Promise.all([...loaded.values()].map(({ instances }) => instances.stop()));
      loaded = new Map();
      await rm(target, { recursive: true, force: true });
    },
  };
}

function unrunnable({ name, runtime }: LambdaFunction): Loaded {
  const nothing = () => Promise.resolve();
  const invoke = () =>
    Promise.reject(
      new FunctionError(`function ${name}: runtime ${runtime} cannot be run here, only nodejs can`),
    );
  return { fingerprint: '', instances: { invoke, drain: nothing, stop: nothing } };
}
