import { join } from 'node:path';
import { type BuildContext, context } from 'esbuild';
import { archiveOf, writeArchive } from './archive';
import { bundled, checkSource, optionsOf } from './bundle';

/** Builds services again and again: esbuild keeps what it read of files that did not change. */
export class ServiceBuilder {
  private readonly contexts = new Map<string, Promise<BuildContext>>();

  /** @param workspace folder around `apps` */
  constructor(private readonly workspace: string) {}

  /**
   * Bundles a service into its archive, as `buildService` does.
   *
   * @param name such as `api`
   * @returns whether the archive changed
   * @throws UserError for sources that do not compile, with their lines
   */
  async build(name: string): Promise<boolean> {
    const folder = join(this.workspace, 'apps', name);
    checkSource(folder);
    const made = this.contexts.get(name) ?? context(optionsOf(folder));
    this.contexts.set(name, made);
    const content = await bundled(folder, async () => (await made).rebuild());
    return writeArchive(archiveOf(folder), 'index.js', content);
  }

  async close(): Promise<void> {
    const all = [...this.contexts.values()];
    this.contexts.clear();
    await Promise.all(all.map(async (each) => (await each).dispose()));
  }
}
