import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { keepLostStateCommand } from '../commands/keep-lost-state';
import { type Session } from '../commands/session';
import { writeStack } from '../../testing/stack';
import { LostFolder } from './lost-folder';
import { applyEnded, journalOf, noteApply } from './running-apply';

const stackOf = (name: string) => {
  const stack = writeStack(name, {});
  mkdirSync(stack.workDirectory, { recursive: true });
  return stack;
};

/** A process that lives until its input ends. */
const terraform = () =>
  spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'ignore'] });

describe('an apply whose deploy was killed', () => {
  it('is waited for until its Terraform has ended', async () => {
    const stack = stackOf('api');
    const child = terraform();
    noteApply(journalOf(stack), child.pid);
    const said: string[] = [];
    let ended = false;
    const waiting = applyEnded(stack, (line) => void said.push(line)).then((result) => (ended = result));

    await once(child, 'spawn');
    expect(await applyEnded(stack, () => undefined, 1)).toBe(false);
    expect(ended).toBe(false);
    child.stdin.end();
    await once(child, 'exit');

    expect(await waiting).toBe(true);
    expect(said).toEqual([
      `api: Terraform still applies, as process ${child.pid}, though its deploy was killed. Waiting for its end.`,
    ]);
    expect(await applyEnded(stack, () => undefined)).toBe(true);
  });

  it('is over where none was noted', async () => {
    expect(await applyEnded(stackOf('api'), () => undefined)).toBe(true);
  });
});

describe('keep-lost-state', () => {
  it.each([
    ['ended', true],
    ['did not end in time', false],
  ])('takes what Terraform left until it %s', async (_, result) => {
    const stack = stackOf('api');
    const errors: string[] = [];
    const session = { selected: [stack], print: () => undefined, printError: (text: string) => void errors.push(text) };

    const code = await keepLostStateCommand(session as unknown as Session, async () => {
      new LostFolder(stack).keep({}, '{"serial":1}');
      return result;
    });

    expect(code).toBe(1);
    // Nothing else can be done with it here: this stack has no bucket.
    expect(errors).toEqual(['api: The state of api is not in S3: keep dev/.lost-state.']);
  });

  it('fails when Terraform goes on, though nothing is lost yet', async () => {
    const session = { selected: [stackOf('api')], print: () => undefined, printError: () => undefined };

    expect(await keepLostStateCommand(session as unknown as Session, async () => true)).toBe(0);
    expect(await keepLostStateCommand(session as unknown as Session, async () => false)).toBe(1);
  });
});
