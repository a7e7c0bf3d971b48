import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WORKSPACE } from '../workspace';
import { directDependencies, readReasons } from './reasons';

describe('docs/dependencies.md', () => {
  const reasons = readReasons().flatMap(({ of }) => of);

  it('has a reason for each dependency, and none for what is gone', () => {
    const overridden =
      readReasons()
        .find(({ title }) => title === 'Overrides')
        ?.of.flatMap(({ packages }) => packages) ?? [];
    const explained = [...new Set(reasons.flatMap(({ packages }) => packages))].sort();

    expect(explained.filter((name) => !overridden.includes(name))).toEqual(
      directDependencies().filter((name) => !overridden.includes(name)),
    );
  });

  it('has the reasons that are kept', () => {
    const page = readFileSync(join(WORKSPACE, 'docs/dependencies.md'), 'utf8');
    const cells = page.split('\n').map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()));

    for (const { packages, why } of reasons) {
      const names = packages.map((name) => `\`${name}\``).join(', ');
      expect(cells).toContainEqual([
        '',
        names,
        expect.stringMatching(/^\d+$/),
        expect.stringMatching(/^\d+\.\d$/),
        why,
        '',
      ]);
    }
  });
});
