import { execa } from 'execa';
import { childEnvironment } from './environment';

/** What a command prints. @throws Error saying in one line why it failed */
export async function run(
  file: string,
  args: readonly string[],
  options: { readonly timeout: number; readonly settings?: Record<string, string> },
): Promise<string> {
  const { timeout, settings = {} } = options;
  const result = await execa(file, args, {
    timeout,
    env: childEnvironment(settings),
    extendEnv: false,
    stdin: 'ignore',
    reject: false,
    all: true,
  });
  if (result.code === 'ENOENT') throw new Error('not found');
  if (result.timedOut) throw new Error(`no answer in ${timeout / 1000} s`);
  if (result.failed) throw new Error(lastLine(result.all) || result.shortMessage);
  return result.all;
}

export const lastLine = (text: string): string => text.trim().split('\n').at(-1) ?? '';
