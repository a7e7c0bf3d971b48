import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environmentFiles } from '@gatehouse/testing/environments';
import { loadEnvironment } from '@gatehouse/environment';
import { catalogue, formatRights, renewed } from '@gatehouse/rights';
import { execa, type ResultPromise } from 'execa';
import { derivedRights } from '../src/rights/derive';
import { inCheckout } from '../src/workspace';
import { queueStack, writeSynthesized } from './synthesized';

export interface Outcome {
  readonly exitCode?: number;
  readonly signal?: string;
  readonly text: string;
  /** What `--json` printed. */
  readonly json?: {
    readonly accounts: readonly {
      readonly changes: Readonly<Record<'add' | 'change' | 'remove' | 'import', number>>;
      readonly adopted: readonly string[];
      readonly outputs: Readonly<Record<string, string>>;
    }[];
  };
}

/** A workspace of its own with the environment `local`, in which the bootstrap runs as a process of its own. */
export class TestWorkspace {
  readonly directory = realpathSync(mkdtempSync(join(tmpdir(), 'gatehouse-bootstrap-')));

  constructor(private readonly settings: object) {
    const environments = join(this.directory, 'environments');
    mkdirSync(environments);
    mkdirSync(join(this.directory, 'apps', 'bootstrap'), { recursive: true });
    for (const name of ['schema.json', 'base.json', 'local.json']) {
      cpSync(join(environmentFiles, name), join(environments, name));
    }
    writeFileSync(join(environments, 'bootstrap.json'), JSON.stringify(this.settings));
    const { apps } = this;
    writeSynthesized(apps, 'local', { 'local-orders': queueStack });
    const local = loadEnvironment('local', { directory: environments });
    const rights = renewed({ environments: {}, types: {} }, derivedRights([local], apps), catalogue);
    writeFileSync(join(apps, 'bootstrap', 'rights.json'), formatRights(rights));
  }

  get apps(): string {
    return join(this.directory, 'apps');
  }

  /** Names of local states and of what is left of them. */
  localStates(): string[] {
    const work = join(this.directory, 'apps', 'bootstrap', '.terraform-work');
    if (!existsSync(work)) return [];
    return readdirSync(work, { recursive: true, encoding: 'utf8' })
      .map((path) => path.split('/').at(-1) ?? '')
      .filter((name) => name.startsWith('local.tfstate'));
  }

  start(endpoint: string, ...words: string[]): ResultPromise {
    const command = words.length > 0 ? words : ['bootstrap', '--environment=local', '--json'];
    return execa(process.execPath, [inCheckout('tools/gatehouse/bin/gatehouse.cjs'), ...command], {
      cwd: this.directory,
      env: { GATEHOUSE_AWS_ENDPOINT: endpoint, TF_CLI_CONFIG_FILE: undefined },
      all: true,
      reject: false,
      stdin: 'ignore',
    });
  }

  /** Writes the bootstrap's stacks there. */
  async synth(outdir: string, endpoint: string): Promise<void> {
    const main = inCheckout('apps/bootstrap/main.ts');
    const env = { GATEHOUSE_AWS_ENDPOINT: endpoint };
    await execa(process.execPath, ['-r', inCheckout('register-ts.cjs'), main, outdir], { cwd: this.directory, env });
  }

  async run(endpoint: string): Promise<Outcome> {
    return outcomeOf(await this.start(endpoint));
  }

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }
}

export function outcomeOf(result: Awaited<ResultPromise>): Outcome {
  const stdout = String(result.stdout);
  return {
    exitCode: result.exitCode,
    signal: result.signal,
    text: String(result.all),
    ...(stdout.startsWith('{') && { json: JSON.parse(stdout) as Outcome['json'] }),
  };
}
