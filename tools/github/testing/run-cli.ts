import { resolve } from 'node:path';
import { execa } from 'execa';
import { processEnv } from '../src/process-env';
import { type GitHubServer } from './github-server';

const root = resolve(__dirname, '../../..');

export interface CliResult {
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line as a step of a workflow does, against a server of the test. */
export async function runCli(server: GitHubServer, args: readonly string[], input = ''): Promise<CliResult> {
  const { exitCode, stdout, stderr } = await execa(
    process.execPath,
    ['tools/gatehouse/bin/gatehouse.cjs', 'github', ...args],
    {
      cwd: root,
      input,
      reject: false,
      extendEnv: false,
      env: {
        PATH: processEnv().PATH,
        GITHUB_TOKEN: server.token,
        GITHUB_API_URL: server.url,
        GITHUB_REPOSITORY: 'acme/shop',
        GITHUB_SERVER_URL: 'https://github.com',
        GITHUB_RUN_ID: '42',
      },
    },
  );
  return { exitCode, stdout, stderr };
}
