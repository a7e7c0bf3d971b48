import { dirname, relative } from 'node:path';
import { action, EXIT, type Program } from '@gatehouse/cli-kit';
import { findDirectory } from '@gatehouse/environment';
import { archiveOf } from './archive';
import { buildService } from './build-service';
import { servicesCalled } from './list-services';

/** Commands on services, the Lambda functions of a workspace. */
export function addCommands(program: Program): void {
  program
    .command('build')
    .description('bundle services into the archives that are deployed')
    .argument('[services...]', 'such as api; all of them by default')
    .exitCodes({ 0: 'built, or unchanged', 1: 'a service does not compile' })
    .action(
      action(async (names: readonly string[]) => {
        const workspace = dirname(findDirectory());
        for (const folder of servicesCalled(workspace, names)) {
          const changed = await buildService(folder);
          console.log(`${relative(workspace, archiveOf(folder))}${changed ? '' : ' (unchanged)'}`);
        }
        return EXIT.ok;
      }),
    );
}
