import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspaceRoot } from '../testing/workflows';

const read = (file: string): string => readFileSync(join(workspaceRoot, file), 'utf8');

describe('SECURITY.md', () => {
  it('names for every threat what holds it, and that exists', () => {
    const [, table = ''] = read('SECURITY.md').split('## Threat model');
    const rows = table.split('\n').filter((line) => /^\| (?!who has|-)/.test(line));

    expect(rows.length).toBeGreaterThan(8);
    for (const row of rows) {
      const links = [...row.split('|')[4]!.matchAll(/\]\(([^)]+)\)/g)].map(([, file]) => file!);
      expect([row, links.length > 0 && links.every((file) => existsSync(join(workspaceRoot, file)))]).toEqual([
        row,
        true,
      ]);
    }
  });
});

describe('.devcontainer', () => {
  it('has the Node and the Terraform that are tested with', () => {
    const { image, features } = JSON.parse(read('.devcontainer/devcontainer.json')) as {
      image: string;
      features: Record<string, { version: string }>;
    };
    const versions = Object.fromEntries(Object.entries(features).map(([name, { version }]) => [name, version]));

    expect(image).toContain(`:${read('.nvmrc').split('.')[0]}-`);
    expect(versions).toEqual({
      'ghcr.io/devcontainers/features/python:1': '3.13',
      'ghcr.io/devcontainers/features/terraform:1': '1.11.4',
    });
  });
});
