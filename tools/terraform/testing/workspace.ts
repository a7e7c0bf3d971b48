import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environmentFiles as ours } from '@gatehouse/testing/environments';
import { TestApp } from './app';
import { temporaryFolder } from './stack';

/** A workspace of its own: environments as the fixtures are, and apps with whatever stacks a test writes. */
export class TestWorkspace {
  readonly root = temporaryFolder();

  constructor() {
    mkdirSync(join(this.root, 'environments'));
    for (const file of ['base.json', 'schema.json'])
      copyFileSync(join(ours, file), join(this.root, 'environments', file));
  }

  /** @param from one of our environments, whose file this one is a copy of */
  addEnvironment(name: string, from: 'local' | 'dev' | 'staging' | 'prod', changes: object = {}): TestApp {
    const file = JSON.parse(readFileSync(join(ours, `${from}.json`), 'utf8')) as object;
    writeFileSync(join(this.root, 'environments', `${name}.json`), JSON.stringify({ ...file, ...changes }));
    const directory = join(this.root, 'apps', name);
    mkdirSync(directory, { recursive: true });
    return new TestApp(directory);
  }
}
