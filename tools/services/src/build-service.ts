import { build } from 'esbuild';
import { archiveOf, writeArchive } from './archive';
import { bundled, checkSource, optionsOf } from './bundle';

/**
 * Bundles a service into its archive: the same bytes for the same sources, on any machine, on any day, because Terraform
 * deploys a function whose archive changed.
 *
 * @param folder of the service, such as `apps/api`; its `src/index.ts` exports `handler`
 * @returns whether the archive changed
 * @throws UserError for sources that do not compile, with their lines.
 */
export async function buildService(folder: string): Promise<boolean> {
  checkSource(folder);
  return writeArchive(archiveOf(folder), 'index.js', await bundled(folder, () => build(optionsOf(folder))));
}
