import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const read = (file: string) => readFileSync(join(__dirname, file), 'utf8');

describe('the README', () => {
  it('shows the example as it is type-checked', () => {
    expect(read('README.md')).toContain('```ts\n' + read('readme-example.ts') + '```');
  });

  it('names tests that name their rules', () => {
    const tests = read('README.md').match(/`[\w./-]+\.test\.ts`/g) ?? [];
    expect(tests.length).toBeGreaterThan(0);
    for (const test of tests) expect(read(test.slice(1, -1))).toContain('rule');
  });
});
