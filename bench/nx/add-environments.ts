import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Adds environments as the generator writes them. @returns their names */
export function addEnvironments(root: string, count: number): string[] {
  const names = Array.from({ length: count }, (_, index) => `team-${index + 1}`);
  for (const name of names) {
    const file = {
      $schema: './schema.json',
      extends: './staging.json',
      identity: { domainPrefix: `gatehouse-${name}` },
      api: { stage: name },
    };
    writeFileSync(join(root, 'environments', `${name}.json`), `${JSON.stringify(file, null, 2)}\n`);
    copyApp(join(root, 'apps'), name);
  }
  return names;
}

function copyApp(apps: string, name: string): void {
  for (const file of ['main.ts', 'package.json', 'tsconfig.json']) {
    const target = join(apps, name, file);
    cpSync(join(apps, 'staging', file), target);
    writeFileSync(target, readFileSync(target, 'utf8').replaceAll('staging', name));
  }
}
