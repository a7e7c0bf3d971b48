import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { WORKSPACE } from '../workspace';
import { type Boundary, parseBoundaries, parseForTests } from './parse-boundaries';

const markdown = readFileSync(join(WORKSPACE, 'docs/architecture.md'), 'utf8');

/** What ESLint checks in this file. */
async function boundariesOf(file: string): Promise<Boundary[]> {
  const eslint = join(WORKSPACE, 'node_modules/eslint/bin/eslint.js');
  const { stdout } = await promisify(execFile)(process.execPath, [eslint, '--print-config', file], { cwd: WORKSPACE });
  const { rules } = JSON.parse(stdout) as { rules: Record<string, [number, { depConstraints: DepConstraint[] }]> };
  return rules['@nx/enforce-module-boundaries']![1].depConstraints.map(
    ({ sourceTag, onlyDependOnLibsWithTags, bannedExternalImports = [] }) => ({
      tag: sourceTag,
      mayImport: [...new Set(onlyDependOnLibsWithTags)].sort(),
      mayImportCdktf: !bannedExternalImports.includes('cdktf'),
    }),
  );
}

interface DepConstraint {
  readonly sourceTag: string;
  readonly onlyDependOnLibsWithTags: readonly string[];
  readonly bannedExternalImports?: readonly string[];
}

const byTag = (boundaries: readonly Boundary[]) =>
  Object.fromEntries(boundaries.map(({ tag, ...rest }) => [tag, rest]));

describe('the table of boundaries in docs/architecture.md', () => {
  const table = parseBoundaries(markdown).map(({ packages: _, ...boundary }) => boundary);

  it('is what ESLint checks', async () => {
    expect(table.length).toBeGreaterThan(10);
    expect(byTag(table)).toEqual(byTag(await boundariesOf('libs/checks/src/index.ts')));
  });

  it('and the line on tests below it are what ESLint checks in tests', async () => {
    const more = parseForTests(markdown);
    const forTests = table.map(({ mayImport, ...rest }) => ({
      ...rest,
      mayImport: [...new Set([...mayImport, ...more])].sort(),
    }));

    expect(more).not.toEqual([]);
    expect(byTag(forTests)).toEqual(byTag(await boundariesOf('libs/checks/src/index.test.ts')));
  });

  it.each(parseBoundaries(markdown).flatMap(({ tag, packages }) => packages.map((folder) => [folder, tag])))(
    'says of %s what its package.json says: %s',
    (folder, tag) => {
      const { nx } = JSON.parse(readFileSync(join(WORKSPACE, folder, 'package.json'), 'utf8')) as Manifest;

      expect(nx.tags).toContain(tag);
    },
  );
});

interface Manifest {
  readonly nx: { readonly tags: readonly string[] };
}
