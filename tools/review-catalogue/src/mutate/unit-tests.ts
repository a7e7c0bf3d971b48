import { jestExpect } from '@jest/expect';
import * as circus from 'jest-circus';
import { execaSync } from 'execa';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { workspaceRoot } from '../plans';
import { type Check } from './checks';
import { type Switch } from './switch';

const TESTED = 'libs/surface';

/** Properties of every plan at once, such as that none prints a secret: they reach everything and are about no rule. */
const LEFT_OUT = ['difference/robust.test.ts', 'plan-secrets.test.ts', 'posture/unknown.test.ts'];

const { afterAll, afterEach, beforeAll, beforeEach, describe, it, test } = circus;

/** The unit tests of each file, by Jest's own runner but in this process, where what they import is loaded already. */
export function unitTestChecks(mutants: Switch): Check[] {
  // What Jest provides; `jest` itself is left out.
  Object.assign(globalThis, { afterAll, afterEach, beforeAll, beforeEach, describe, expect: jestExpect, it, test });
  return execaSync('git', ['ls-files', '--cached', '--others', '--', `${TESTED}/*.test.ts`], { cwd: workspaceRoot })
    .stdout.split('\n')
    .filter((file) => !file.endsWith('.system.test.ts') && !LEFT_OUT.some((name) => file.endsWith(`/${name}`)))
    .map((name) => {
      const file = join(workspaceRoot, name);
      return {
        name,
        passes: (parts) => passes(file, new FirstFailure(parts)),
        reachedByParts: async () => {
          const reached = new ReachedByTest(mutants);
          const isPassed = await passes(file, reached);
          return isPassed ? { all: mutants.takeReached(), parts: reached.parts } : undefined;
        },
      };
    });
}

const load = createRequire(__filename);

interface Watcher {
  readonly handle: (event: circus.Event) => void;
}

async function passes(file: string, { handle }: Watcher): Promise<boolean> {
  circus.resetState();
  circus.addEventHandler(handle);
  try {
    // The tests are defined again; only what they import stays loaded.
    delete load.cache[file];
    load(file);
    const { testResults, unhandledErrors } = await circus.run();
    return unhandledErrors.length === 0 && testResults.every(({ errors }) => errors.length === 0);
  } finally {
    circus.removeEventHandler(handle);
  }
}

/** Runs some tests of a file, by their number, up to the first that fails. */
class FirstFailure implements Watcher {
  private isSeen = false;
  private number = -1;

  public constructor(private readonly chosen?: readonly number[]) {}

  public readonly handle = (event: circus.Event): void => {
    if (event.name === 'test_fn_failure' || event.name === 'hook_failure') this.isSeen = true;
    if (event.name !== 'test_start') return;
    this.number += 1;
    if (this.isSeen || this.chosen?.includes(this.number) === false) event.test.mode = 'skip';
  };
}

/** Which mutants each test reaches; what hooks and the file itself reach is everyone's. */
class ReachedByTest implements Watcher {
  public readonly parts: (readonly number[])[] = [];
  private readonly before: number[] = [];

  public constructor(private readonly mutants: Switch) {}

  public readonly handle = (event: circus.Event): void => {
    if (event.name === 'test_start') this.before.push(...this.mutants.takeReached());
    if (event.name === 'test_done') this.parts.push(this.mutants.takeReached());
    if (event.name === 'run_finish') this.mutants.reach(this.before);
  };
}
