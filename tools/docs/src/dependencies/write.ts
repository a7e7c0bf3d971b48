import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { WORKSPACE } from '../workspace';
import { Costs } from './cost';
import { readReasons, type Section } from './reasons';

// Writes docs/dependencies.md: why.json has the reasons, the lock file and what is installed the costs.
const costs = new Costs();

const head = `# Dependencies

Each with its reason and its cost: packages and size of it and of all that it needs, on Linux. What several need counts for each, so
the sums are larger than what \`npm ci\` installs. Versions are exact, in the package that uses them. \`npm run dependencies\` writes this
page; the reasons are in \`tools/docs/src/dependencies/why.json\`.
`;

const section = ({ title, of }: Section): string => {
  const rows = of.map(({ packages, why }) => {
    const { bytes, packages: count } = costs.of(packages);
    return `| ${packages.map((name) => `\`${name}\``).join(', ')} | ${count} | ${(bytes / 1e6).toFixed(1)} | ${why} |`;
  });
  return `\n## ${title}\n\n| package | packages | MB | why |\n| --- | --: | --: | --- |\n${rows.join('\n')}\n`;
};

const apart = `
## Apart from the workspace

\`docs/site\` has VitePress and TypeDoc with a lock file of its own: 150 packages and 150 MB that who uses Gatehouse does not install.
`;

writeFileSync(join(WORKSPACE, 'docs/dependencies.md'), [head, ...readReasons().map(section), apart].join(''));
