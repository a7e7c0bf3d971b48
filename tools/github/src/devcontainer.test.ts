import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { workspaceRoot } from '../testing/workflows';

const read = (file: string): string => readFileSync(join(workspaceRoot, file), 'utf8');

describe('.devcontainer', () => {
  const container = JSON.parse(read('.devcontainer/devcontainer.json')) as {
    image: string;
    features: Record<string, { version: string }>;
    postCreateCommand: string;
  };

  it('says what a container for development may say', () => {
    const schema = JSON.parse(read('tools/github/testing/devcontainer.schema.json')) as object;
    const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);

    validate(container);
    expect(validate.errors).toBeNull();
    expect(validate({ ...container, postCreateComand: 'npm ci' })).toBe(false);
    expect(validate({ ...container, hostRequirements: { cpus: '2' } })).toBe(false);
  });

  it('has the Node and the Terraform that are tested with, and Python', () => {
    const { image, features } = container;
    const versions = Object.fromEntries(Object.entries(features).map(([name, { version }]) => [name, version]));

    expect(image).toContain(`:${read('.nvmrc').split('.')[0]}-`);
    expect(versions).toEqual({
      'ghcr.io/devcontainers/features/python:1': '3.13',
      'ghcr.io/devcontainers/features/terraform:1': '1.11.4',
    });
  });

  it('installs the packages, and the emulator that npm start looks for first', () => {
    const [, requirements = ''] = /--requirement (\S+) && npm ci$/.exec(container.postCreateCommand) ?? [];

    expect(existsSync(join(workspaceRoot, requirements))).toBe(true);
    expect(read(requirements)).toMatch(/^moto\[server\]==\d+\.\d+\.\d+$/m);
  });
});

describe('.github/dependabot.yml', () => {
  it('moves what is pinned: packages, actions, the emulator and the container', () => {
    const text = read('.github/dependabot.yml');
    const watched = [...text.matchAll(/package-ecosystem: (\S+)\n {4}director(?:y|ies): (.+)/g)].map(
      ([, ecosystem, folder]) => `${ecosystem} ${folder}`,
    );

    expect(watched).toEqual([
      "github-actions ['/', '/.github/actions/*']",
      ...['npm /', 'npm /docs/site', 'pip /tools/local/emulator', 'devcontainers /'],
    ]);
    expect(existsSync(join(workspaceRoot, 'docs/site/package-lock.json'))).toBe(true);
    expect(existsSync(join(workspaceRoot, 'tools/local/emulator/requirements.txt'))).toBe(true);
  });
});
