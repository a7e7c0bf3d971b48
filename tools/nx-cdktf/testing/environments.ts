import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const fixtures = join(__dirname, '../fixtures/environments');

/** Environment files for tests, by name: none of this workspace's own, which a team edits. */
export function environmentFixture(): Record<string, string> {
  return Object.fromEntries(
    ['base.json', 'dev.json', 'staging.json', 'bootstrap.json'].map((name) => [
      name,
      readFileSync(join(fixtures, name), 'utf8'),
    ]),
  );
}
