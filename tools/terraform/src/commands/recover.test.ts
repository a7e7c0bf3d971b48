import { temporaryFolder, writeFile, writeStack } from '../../testing/stack';
import { journalOf } from '../lost-state/running-apply';
import { recoverCommand } from './recover';
import { type Stack } from '../stacks';
import { type Session } from './session';

it('says that no state was lost, and of a deploy that was killed, what goes on with it', async () => {
  const folder = temporaryFolder();
  const [done, killed] = ['dev-done', 'dev-killed'].map((name) => writeStack(name, {}, folder)) as [Stack, Stack];
  writeFile(journalOf(killed));
  const printed: string[] = [];
  const session = { selected: [done, killed], print: (line: string) => void printed.push(line) } as unknown as Session;

  expect(await recoverCommand(session)).toBe(0);
  expect(printed).toEqual([
    'dev-done: every state is written',
    'dev-killed: every state is written, but its last deploy did not end well. The next one goes on there: npx nx deploy dev',
  ]);
});
