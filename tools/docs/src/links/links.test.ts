import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { WORKSPACE } from '../workspace';
import { textFiles } from '../words/text-files';

describe('links between the docs', () => {
  it('lead to files that exist', () => {
    const files = textFiles(WORKSPACE).filter((file) => file.endsWith('.md'));

    expect(files.length).toBeGreaterThan(20);
    expect(files.flatMap(brokenLinks)).toEqual([]);
  });
});

/** The sample, which `g @gatehouse/nx-cdktf:init --no-sample` removes. */
const hasSample = existsSync(join(WORKSPACE, 'libs/stacks/src/routes.ts'));
const sample = /^(libs\/stacks|apps)\//;

function brokenLinks(file: string): string[] {
  const text = readFileSync(join(WORKSPACE, file), 'utf8').replace(/```[^]*?```/g, '');
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  return targets
    .filter((target) => !/^(https?:|mailto:|#)/.test(target))
    .filter((target) => !existsSync(join(WORKSPACE, dirname(file), target.replace(/#.*$/, ''))))
    .filter((target) => hasSample || !sample.test(join(dirname(file), target)))
    .map((target) => `${file}: ${target}`);
}
