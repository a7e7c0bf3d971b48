import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const read = (file: string) => readFileSync(join(__dirname, file), 'utf8');

describe('the README', () => {
  it('shows the example as it is type-checked', () => {
    expect(read('README.md')).toContain('```ts\n' + read('readme-example.ts') + '```');
  });
});
