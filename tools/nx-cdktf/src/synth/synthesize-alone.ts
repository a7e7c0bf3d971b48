import { spawn } from 'node:child_process';

export interface Outcome {
  readonly success: boolean;
  /** What was printed. */
  readonly output: string;
}

const argumentsFor = (name: string): string[] => ['-r', './register-ts.cjs', 'apps/main.ts', name];

/** Synthesizes an environment in a process of its own. */
export function synthesizeAlone(name: string, env: NodeJS.ProcessEnv): Promise<Outcome> {
  const child = spawn(process.execPath, argumentsFor(name), { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ success: code === 0, output: Buffer.concat(chunks).toString() }));
  });
}

/** As Nx prints a command: what it runs, what that printed, whether it failed. */
export function terminalOutput(name: string, { success, output }: Outcome): string {
  const command = ['node', ...argumentsFor(name)].join(' ');
  const failure = success ? '' : `\nWarning: command "${command}" exited with non-zero status code`;
  return `> ${command}\n\n${output.trimEnd()}${failure}\n`;
}
