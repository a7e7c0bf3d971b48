import { resolve } from 'node:path';
import { Command } from 'commander';
import { checkCdktn } from './cdktn';
import { compareSynthesized } from './compare';
import { EngineCheckError } from './errors';
import { type JobOptions, type JobReport } from './job';
import { reportProvider6 } from './provider-6';
import { cdktnReport, comparisonReport, provider6Report } from './report';

const program = new Command('engine-check').description('Proves the way out of an archived engine.');

job('cdktn', 'move a copy to CDK Terrain; exit 0: identical JSON and passing tests, 1: not').action(
  (flags: Flags) => run(flags, checkCdktn, cdktnReport),
);

job(
  'provider-6',
  'move a copy to the newest AWS provider 6; exit 0: differences reported, 1: it could not',
).action((flags: Flags) => run(flags, reportProvider6, provider6Report));

program
  .command('compare')
  .description('compare what was synthesized; exit 0: identical, 1: different')
  .argument('<before>', 'folder of apps, each with a cdktf.out')
  .argument('<after>', 'the same')
  .action((before: string, after: string) =>
    readable(async () => {
      const comparison = compareSynthesized(before, after);
      console.log(comparisonReport(comparison));
      return comparison.differences.length === 0;
    }),
  );

void program.parseAsync();

interface Flags {
  readonly json?: boolean;
  readonly keep?: boolean;
}

function job(name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .option('--json', 'print the report as JSON instead of Markdown')
    .option('--keep', 'keep the scratch copy');
}

/** Standard output is the report and nothing else; progress goes to standard error. */
function run<R extends JobReport>(
  { json, keep = false }: Flags,
  work: (options: JobOptions) => Promise<R>,
  markdown: (report: R) => string,
): Promise<void> {
  return readable(async () => {
    const workspace = resolve(__dirname, '../../..');
    const report = await work({
      workspace,
      keep,
      signal: interruption(),
      log,
    });
    console.log(json ? JSON.stringify(report, null, 2) : markdown(report));
    return report.ok;
  });
}

/** Progress with the seconds since the start. */
function log(line: string): void {
  console.error(`${process.uptime().toFixed(1).padStart(6)} s  ${line}`);
}

/** The first Ctrl-C ends the step that runs and cleans up. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  const stop = (): void => controller.abort(new EngineCheckError('Stopped; the scratch copy is removed.'));
  for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(event, stop);
  return controller.signal;
}

async function readable(work: () => Promise<boolean>): Promise<void> {
  try {
    process.exitCode = (await work()) ? 0 : 1;
  } catch (error) {
    console.error(error instanceof EngineCheckError ? error.message : error);
    process.exitCode = 1;
  }
}
