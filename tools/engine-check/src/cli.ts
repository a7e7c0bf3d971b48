import { resolve } from 'node:path';
import { action, EXIT, type Program } from '@gatehouse/cli-kit';
import { type Check, runCheck } from './check';
import { compareSynthesized } from './compare';

/** Proves that Gatehouse can leave the archived engine. */
export function addCommands(program: Program): void {
  const engine = program
    .command('engine-check')
    .description('prove in a scratch copy that the move to CDK Terrain works (docs/cdktn.md)');
  check(engine, 'cdktn', 'move to CDK Terrain: types, the same JSON, unit tests');
  check(engine, 'provider-6', 'move to the newest AWS provider 6: types, the same JSON');
  engine
    .command('compare')
    .description('compare what was synthesized, but for the version of the engine')
    .argument('<before>', 'folder of apps, each with a cdktf.out')
    .argument('<after>', 'the same')
    .option('--except <path...>', 'places in the JSON that may differ', [])
    .exitCodes({ 0: 'identical', 1: 'nothing to compare', 2: 'different' })
    .action(
      action((before: string, after: string, { except }: { except: string[] }) => {
        const differences = compareSynthesized(before, after, except);
        console.log(differences.length === 0 ? 'Identical.' : differences.join('\n'));
        return differences.length === 0 ? EXIT.ok : EXIT.findings;
      }),
    );
}

function check(program: Program, name: Check, description: string): void {
  program
    .command(name)
    .description(description)
    .option('--keep', 'keep the scratch copy')
    .exitCodes({ 0: 'every step passes', 1: 'it could not start', 2: 'a step fails' })
    .action(action(({ keep = false }: { keep?: boolean }) => runCheck(resolve(__dirname, '../../..'), name, keep)));
}
