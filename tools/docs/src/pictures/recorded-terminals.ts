import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DeleteUserPoolClientCommand } from '@aws-sdk/client-cognito-identity-provider';
import { cognitoClient } from '@gatehouse/local-tools/aws-clients';
import { WORKSPACE } from '../workspace';
import { record } from './record';
import { terminalSvg } from './terminal-svg';

const CLI = 'tools/gatehouse/bin/gatehouse.cjs';

/** Terminals of real runs with Terraform and the emulator: `npm start`, then a client is deleted and comes back. */
export async function recordedTerminals(): Promise<Record<string, string>> {
  const start = record([CLI, 'start']);
  try {
    await start.printed('Ctrl-C stops everything.');
    const shown = start.output;
    const { cognitoEndpoint, region, userPools } = readOutputs();
    const [pool] = Object.values(userPools);
    const [client] = Object.values(pool?.clients ?? {});
    await cognitoClient(cognitoEndpoint, region).send(
      new DeleteUserPoolClientCommand({ UserPoolId: pool?.id, ClientId: client?.id }),
    );
    const run = async (command: string) => {
      const args = [CLI, command, 'local'];
      const output = await record(args, { GATEHOUSE_AWS_ENDPOINT: cognitoEndpoint }).ended();
      return terminalSvg({ command: `npx gatehouse ${command} local`, output });
    };
    return {
      'start.svg': await terminalSvg({ command: 'npm start', output: shown }),
      'drift.svg': await run('drift'),
      'deploy.svg': await run('deploy'),
    };
  } finally {
    start.interrupt();
    await start.ended();
  }
}

/** As far as it is needed here. */
interface Outputs {
  readonly cognitoEndpoint: string;
  readonly region: string;
  readonly userPools: Readonly<Record<string, { id: string; clients: Readonly<Record<string, { id: string }>> }>>;
}

const readOutputs = (): Outputs =>
  JSON.parse(readFileSync(join(WORKSPACE, 'apps/local/outputs.json'), 'utf8')) as Outputs;
