import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT, type Program } from '@gatehouse/cli-kit';
import { gatehouse } from './program';

const page = readFileSync(join(__dirname, '../../../docs/commands.md'), 'utf8');

/** Cells of the table below a head. */
const rowsBelow = (head: string): string[][] => {
  const [, table = ''] = page.split(new RegExp(`^\\| ${head} .*\\n\\| -.*\\n`, 'm'));
  const [lines = ''] = table.split('\n\n');
  return lines.split('\n').map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
};

/** Every command that does something, as its help begins, and what it does. */
function commandsOf(command: Pick<Program, 'commands'>, name: string): string[][] {
  return command.commands.flatMap((each) => {
    const full = `${name} ${each.name()}`;
    if (each.commands.length > 0) return commandsOf(each as Program, full);
    const usage = [
      full,
      ...each
        .usage()
        .split(' ')
        .filter((word) => word !== '[options]'),
    ].join(' ');
    return [[`\`${usage}\``, each.summary() || each.description()]];
  });
}

describe('docs/commands.md', () => {
  it('has every command, with the words of its help', () => {
    expect(rowsBelow('command')).toEqual(commandsOf(gatehouse(undefined), 'gatehouse'));
  });

  it('has every exit code', () => {
    const codes = Object.values(EXIT).sort((one, other) => one - other);
    expect(rowsBelow('code').map(([code]) => code)).toEqual(codes.map(String));
  });
});
