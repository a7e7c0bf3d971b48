// Writes docs/api from the doc comments: one page for each package, with where each symbol is used. `--check`: fails when a page differs.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { examples } from './examples.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const workspace = join(here, '../..');
const pages = join(here, '../api');

/** `libs/cognito/src` is the page `cognito.md`. */
const pageOf = (module) => module.split('/')[1];

/** The one page of a package: `src.md`, or `src/emulator.md` where only that part is for others. */
const moduleIn = (folder) => readdirSync(folder, { recursive: true }).find((file) => file.endsWith('.md'));

function generate() {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-api-'));
  try {
    const typedoc = join(here, 'node_modules/typedoc/bin/typedoc');
    execFileSync(process.execPath, [typedoc, '--options', 'typedoc.json', '--out', folder, '--logLevel', 'Warn'], {
      cwd: here,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const usedIn = examples(workspace);
    return ['libs', 'tools']
      .flatMap((top) => readdirSync(join(folder, top)).map((name) => `${top}/${name}`))
      .map((root) => [
        `${pageOf(root)}.md`,
        pageFrom(readFileSync(join(folder, root, moduleIn(join(folder, root))), 'utf8'), root, usedIn),
      ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A page as the docs have it: its name, links between pages, an example for each symbol. */
function pageFrom(text, root, usedIn) {
  const { name } = JSON.parse(readFileSync(join(workspace, root, 'package.json'), 'utf8'));
  const example = (symbol) => usedIn.get(symbol) ?? { file: `${root}/README.md` };
  return text
    .replace(
      /^# .*$/m,
      `# ${name}\n\nMade from the doc comments by \`npm run api\` in docs/site. Start with the [README](../../${root}/README.md).`,
    )
    .replace(/\]\((?:\.\.\/)*(?:libs|tools)\/([a-z-]+)\/src(?:\/[a-z/]+)?\.md/g, ']($1.md')
    .replace(/\]\((?:\.\.\/)+([a-z-]+)\/src(?:\/[a-z/]+)?\.md/g, ']($1.md')
    .replace(/^### (?:`abstract` )?([A-Za-z_]\w*)(?:\(\))?$/gm, (heading, symbol) => {
      const { file } = example(symbol);
      return `${heading}\n\nExample: [${file}](../../${file})`;
    });
}

const made = new Map(generate());
const index = `# API reference\n\n${[...made].map(([file, text]) => `- [${/^# (.*)$/m.exec(text)[1]}](${file})`).join('\n')}\n`;
made.set('README.md', index);
if (process.argv.includes('--check')) {
  const stale = [...made]
    .filter(([file, text]) => read(join(pages, file)) !== text)
    .map(([file]) => `docs/api/${file}`);
  if (stale.length > 0) {
    console.error(`Not as the doc comments say: ${stale.join(', ')}. Run \`npm run api\` in docs/site, and commit.`);
    process.exitCode = 1;
  }
} else {
  rmSync(pages, { recursive: true, force: true });
  mkdirSync(pages);
  for (const [file, text] of made) writeFileSync(join(pages, file), text);
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
