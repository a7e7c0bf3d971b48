import { execa } from 'execa';
import { closeSync, openSync, readSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { findEmulator } from '../../src/emulator';

/** The aws command; where a machine has none, the same calls by botocore, which the CLI is made of and moto brings along. */
export async function cli(args: [service: string, operation: string], env: Record<string, string | undefined>) {
  const [file, ...before] = (await answers('aws', '--version'))
    ? ['aws']
    : [await pythonWithBotocore(), '-c', BOTOCORE];
  return execa(file, [...before, ...args], { env, reject: false });
}

const BOTOCORE = `
import json, sys, botocore.session
client = botocore.session.get_session().create_client({'s3api': 's3'}.get(sys.argv[1], sys.argv[1]))
print(json.dumps(getattr(client, sys.argv[2].replace('-', '_'))(), default=str))
`;

/** Ends a probe that hangs; a slow machine takes seconds to import botocore. */
const PROBE_MS = 120_000;

const answers = async (file: string, ...args: string[]): Promise<boolean> =>
  (await execa(file, args, { reject: false, timeout: PROBE_MS, stdin: 'ignore' })).exitCode === 0;

async function pythonWithBotocore(): Promise<string> {
  const { file } = (await findEmulator()).command;
  const pythons = [...pythonsOf('moto_server'), ...[file].filter(isPython), 'python3'];
  for (const python of pythons) if (await answers(python, '-c', 'import botocore')) return python;
  throw new Error(`No Python here can import botocore, which moto brings along; tried ${pythons.join(', ')}`);
}

/** The Pythons that the first lines of the scripts of that name on the PATH name. */
function pythonsOf(script: string): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const named = folders.map((folder) => /^#!(\S+)/.exec(startOf(join(folder, script)))?.[1]);
  return named.filter((file) => file !== undefined).filter(isPython);
}

const isPython = (file: string): boolean => basename(file).startsWith('python');

function startOf(file: string): string {
  try {
    const open = openSync(file, 'r');
    const start = Buffer.alloc(200);
    const length = readSync(open, start);
    closeSync(open);
    return start.toString('latin1', 0, length);
  } catch {
    return '';
  }
}
