import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fixtureFiles } from './fixture-files';
import { WorkspaceCopy } from './workspace-copy';

/** A workspace with the tests' own environment in place of the repository's. */
export class FixtureWorkspace extends WorkspaceCopy {
  constructor() {
    super();
    const apps = readdirSync(this.path('apps'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    // The bootstrap is the product's: what a team has of it are its settings, and the rights that it committed.
    for (const { name } of apps) if (name !== 'bootstrap') rmSync(this.path('apps', name), { recursive: true });
    rmSync(this.path('apps/bootstrap/rights.json'));
    const environments = readdirSync(this.path('environments')).filter((name) => !name.endsWith('schema.json'));
    for (const name of environments) rmSync(this.path('environments', name));
    for (const [file, text] of Object.entries(fixtureFiles)) this.write(file, text);
  }

  write(file: string, text: string): void {
    mkdirSync(dirname(this.path(file)), { recursive: true });
    writeFileSync(this.path(file), text);
  }
}
