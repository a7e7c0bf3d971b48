import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createNodes } from '@gatehouse/nx-cdktf/plugin';
import { type Program } from '@gatehouse/cli-kit';
import { gatehouse } from './program';

const workspace = join(__dirname, '../../..');
const read = (file: string): string => readFileSync(join(workspace, file), 'utf8');

/** Commands of Nx itself that the docs name. */
const OF_NX = ['affected', 'g', 'generate', 'graph', 'release', 'reset', 'run', 'run-many', 'show', 'sync'];

/** Pages that people write and read. */
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...filesIn('docs').filter((file) => file.endsWith('.md') && !/^docs\/(api|site|decisions)\//.test(file)),
  ...['libs', 'tools'].flatMap((top) => readdirSync(join(workspace, top)).map((name) => `${top}/${name}/README.md`)),
];

/** Each command of the docs: lines of blocks, and code within sentences. */
const commands = pages.flatMap((file) => commandsOf(read(file)).map((command) => ({ file, command })));

describe('commands in the docs', () => {
  it('are found', () => {
    expect(commands.length).toBeGreaterThan(200);
  });

  it('name scripts of npm that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: object };
    const site = (JSON.parse(read('docs/site/package.json')) as { scripts: object }).scripts;
    const known = Object.keys({ ...scripts, ...site });

    expect(wrong(/^npm run (?:-s )?([\w:-]+)/, (name) => known.includes(name))).toEqual([]);
  });

  it('name targets, generators and commands of Nx that exist', async () => {
    const known = [...(await targets()), ...OF_NX];
    const generators = Object.keys(
      (JSON.parse(read('tools/nx-cdktf/generators.json')) as { generators: object }).generators,
    );

    expect(wrong(/^(?:npx )?nx ([a-z][\w-]*)/, (name) => known.includes(name))).toEqual([]);
    expect(
      wrong(/^(?:npx )?nx (?:g|generate) @gatehouse\/nx-cdktf:([\w-]+)/, (name) => generators.includes(name)),
    ).toEqual([]);
  });

  it('name commands of gatehouse and options that exist', () => {
    const lines = commands.filter(({ command }) => /^(?:npx )?gatehouse (?!help\b)[a-z]/.test(command));
    const mistakes = lines.flatMap(({ command, file }) =>
      mistakesIn(command).map((mistake) => `${file}: ${command}: ${mistake}`),
    );

    expect(lines.length).toBeGreaterThan(30);
    expect(mistakes).toEqual([]);
  });
});

function mistakesIn(line: string): string[] {
  const [, ...words] = line.replace(/^npx /, '').split(/\s+/);
  let command: Pick<Program, 'commands' | 'options'> = gatehouse(words[0]);
  while (command.commands.length > 0) {
    const word = words.shift() ?? '';
    if (word === '--help') return [];
    const next: Pick<Program, 'commands' | 'options'> | undefined = command.commands.find(
      (each) => each.name() === word,
    ) as Program | undefined;
    if (next === undefined) return [`no command ${word}`];
    command = next;
  }
  const known = [...command.options.flatMap(({ long, short }) => [long, short]), '--help'];
  return words.flatMap((word) => /^--[a-z][\w-]*/.exec(word) ?? []).filter((option) => !known.includes(option));
}

function commandsOf(text: string): string[] {
  const blocks = [...text.matchAll(/^```(?:sh|bash|console)\n([^]*?)^```/gm)].flatMap(([, block = '']) =>
    block.split('\n'),
  );
  const inline = [...text.replace(/^```[^]*?^```/gm, '').matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
  return [...blocks, ...inline]
    .flatMap((line) =>
      line
        .replace(/^\$ /, '')
        .replace(/\s#.*$/, '')
        .split(/ && | \| /),
    )
    .map((line) => line.trim().replace(/^(?:[A-Z_]+=\S+ )+/, ''))
    .filter((line) => /^(npm run|npx nx|nx|npx gatehouse|gatehouse) \S/.test(line));
}

const wrong = (pattern: RegExp, isKnown: (name: string) => boolean): string[] =>
  commands.flatMap(({ command, file }) => {
    const [, name] = pattern.exec(command) ?? [];
    return name === undefined || isKnown(name) ? [] : [`${file}: ${command}`];
  });

/** Names of the targets of every project. */
async function targets(): Promise<string[]> {
  const files = ['apps', 'libs', 'tools', 'environments'].flatMap(filesIn).filter((file) => /\.(ts|json)$/.test(file));
  const nodes = await createNodes[1](files, undefined, { workspaceRoot: workspace, nxJsonConfiguration: {} });
  const projects = nodes.flatMap(([, result]) => Object.values(result.projects ?? {}));
  const written = files
    .filter((file) => /^[^/]+\/[^/]+\/package\.json$/.test(file))
    .map((file) => JSON.parse(read(file)) as { nx?: { targets?: object } });
  return [
    ...projects.flatMap((project) => Object.keys(project.targets ?? {})),
    ...written.flatMap(({ nx }) => Object.keys(nx?.targets ?? {})),
  ];
}

function filesIn(folder: string): string[] {
  return readdirSync(join(workspace, folder), { withFileTypes: true }).flatMap((entry) => {
    if (/^(node_modules|dist|cdktf\.out|fixtures|reported|\..*)$/.test(entry.name)) return [];
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}
