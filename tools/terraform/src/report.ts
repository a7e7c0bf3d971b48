import { worst, type ExitCode } from '@gatehouse/cli-kit';
import { type EnvironmentResult } from './run-environments';
import { type StackResult } from './stack-result';

/** One JSON report of a command over environments. It holds no value of any resource, so it may be kept and shown. */
export interface Report {
  readonly command: string;
  readonly exitCode: ExitCode;
  readonly environments: readonly {
    readonly name: string;
    readonly tier: string;
    readonly exitCode: number;
    readonly started: boolean;
    readonly error?: string;
    readonly stacks: readonly StackResult[];
  }[];
}

export function makeReport(command: string, results: readonly EnvironmentResult[]): Report {
  return {
    command,
    exitCode: worst(results.map(({ code }) => code)),
    environments: results.map(({ app, code, stacks, error, notStarted }) => ({
      name: app.name,
      tier: app.environment.tier,
      exitCode: code,
      started: !notStarted,
      error,
      stacks,
    })),
  };
}

/** A line for each environment. */
export function describeReport({ environments }: Report): string[] {
  return environments.map(({ name, started, error, stacks }) => {
    if (!started) return `${name}: not started`;
    if (error !== undefined) return `${name}: failed`;
    return `${name}: ${stacks.map(describeStack).join('; ')}`;
  });
}

function describeStack(result: StackResult): string {
  const { stack, outcome, add = 0, change = 0, remove = 0, dependsOn, drift } = result;
  if (outcome === 'not started' && dependsOn) return `${stack} not started (depends on ${dependsOn.join(', ')})`;
  if (dependsOn) return `${stack} depends on ${dependsOn.join(', ')}, which is not applied yet`;
  if (drift) return `${stack} drift: ${drift.map(({ found }) => found).join(', ')}`;
  const counts = outcome === 'changes' || outcome === 'applied' ? ` (+${add} ~${change} -${remove})` : '';
  return `${stack} ${outcome}${counts}`;
}
