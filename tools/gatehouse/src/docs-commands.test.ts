import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createNodes } from '@gatehouse/nx-cdktf/plugin';
import { type Program } from '@gatehouse/cli-kit';
import { commandsInDocs, filesIn } from '@gatehouse/testing/commands-in-docs';
import { gatehouse } from './program';

const workspace = join(__dirname, '../../..');
const read = (file: string): string => readFileSync(join(workspace, file), 'utf8');

/** Commands of Nx itself that the docs name. */
const OF_NX = ['affected', 'g', 'generate', 'graph', 'release', 'reset', 'run', 'run-many', 'show', 'sync'];

/** Each command of the docs: lines of blocks, and code within sentences. */
const commands = commandsInDocs(workspace);

const ownCommands = new Set(gatehouse(undefined).commands.map((each) => each.name()));

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

  it('name commands of gatehouse and options that exist, also by the target of Nx and by npm start', () => {
    const lines = commands.flatMap(({ command, file }) => {
      const own = asGatehouse(command);
      return own === undefined ? [] : [{ file, command, own }];
    });
    const mistakes = lines.flatMap(({ file, command, own }) =>
      mistakesIn(own).map((mistake) => `${file}: ${command}: ${mistake}`),
    );

    expect(lines.length).toBeGreaterThan(90);
    expect(mistakes).toEqual([]);
  });

  it('name options of plan-review that exist', () => {
    const bin = join(workspace, 'tools/plan-review/bin/plan-review.cjs');
    const helpOf = (...words: string[]) =>
      execFileSync(process.execPath, [bin, ...words, '--help'], { encoding: 'utf8' });
    const [review, explain] = [helpOf(), helpOf('explain-digest')];
    const hasAll = (command: string, help: string): boolean =>
      (command.match(/(?<= )--[a-z-]+/g) ?? []).every((option) => new RegExp(`^ +${option}\\b`, 'm').test(help));

    expect(
      wrong(/^npx (?:@gatehouse\/)?(plan-review .*)/, (command) =>
        hasAll(command, command.startsWith('plan-review explain-digest ') ? explain : review),
      ),
    ).toEqual([]);
  });

  it('name files that exist, of tests and of scripts', () => {
    const isThere = (file: string): boolean => /[<*]/.test(file) || existsSync(join(workspace, file));
    const paths = (words: string): string[] => words.split(' ').filter((word) => /^[a-z]+\//.test(word));

    expect(wrong(/^node -r \.\/register-ts\.cjs (\S+\/\S+)/, isThere)).toEqual([]);
    expect(wrong(/^npx jest (.+)/, (words) => paths(words).every(isThere))).toEqual([]);
  });
});

/** The command of gatehouse that a line runs; those of Nx are called as ours are. */
function asGatehouse(command: string): string | undefined {
  if (/^(?:npx )?gatehouse (?!help\b)[a-z]/.test(command)) return command;
  if (/^npm start\b/.test(command)) return `gatehouse start ${command.split(' -- ')[1] ?? ''}`;
  const [, target = '', rest = ''] = /^(?:npx )?nx ([a-z-]+) ?(.*)/.exec(command) ?? [];
  return ownCommands.has(target) ? `gatehouse ${target} ${rest}` : undefined;
}

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

const wrong = (pattern: RegExp, isKnown: (name: string) => boolean): string[] =>
  commands.flatMap(({ command, file }) => {
    const [, name] = pattern.exec(command) ?? [];
    return name === undefined || isKnown(name) ? [] : [`${file}: ${command}`];
  });

/** Names of the targets of every project. */
async function targets(): Promise<string[]> {
  const files = ['apps', 'libs', 'tools', 'environments']
    .flatMap((folder) => filesIn(workspace, folder))
    .filter((file) => /\.(ts|json)$/.test(file));
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
