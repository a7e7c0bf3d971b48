import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fixtureFiles } from './fixture-files';
import { WorkspaceCopy } from './workspace-copy';

/** A workspace with the tests' own environment in place of the repository's. */
export class FixtureWorkspace extends WorkspaceCopy {
  constructor() {
    super();
    const apps = readdirSync(this.path('apps'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    for (const { name } of apps) rmSync(this.path('apps', name), { recursive: true });
    const environments = readdirSync(this.path('environments')).filter((name) => name !== 'schema.json');
    for (const name of environments) rmSync(this.path('environments', name));
    for (const [file, text] of Object.entries(fixtureFiles)) this.write(file, text);
  }

  write(file: string, text: string): void {
    mkdirSync(dirname(this.path(file)), { recursive: true });
    writeFileSync(this.path(file), text);
  }
}
