import { join } from 'node:path';
import { temporaryFolder, writeFile } from '../testing/stack';
import { ApplyJournal } from './apply-journal';

const line = (type: string, name: string, more: object = {}, at?: string): string =>
  JSON.stringify({
    '@timestamp': at,
    type,
    hook: {
      action: 'create',
      resource: { addr: `aws_x.${name}`, resource_type: 'aws_x', resource_name: name },
      ...more,
    },
  });

const journal = (...lines: string[]): ApplyJournal =>
  new ApplyJournal(writeFile(join(temporaryFolder(), 'apply.jsonl'), lines.join('\n')));

describe('the journal of a killed apply', () => {
  it('knows what was created, in order, and what was in flight', () => {
    const killed = journal(
      line('apply_start', 'b'),
      line('apply_complete', 'b', { id_key: 'id', id_value: 'b-1' }),
      line('apply_start', 'a'),
      line('apply_complete', 'a', { id_key: 'id', id_value: 'a-1' }),
      line('apply_start', 'wrong'),
      line('apply_errored', 'wrong'),
      line('apply_start', 'open'),
      '{"type":"apply_comp',
    );

    expect(killed.created().map(({ address, id }) => [address, id])).toEqual([
      ['aws_x.b', 'b-1'],
      ['aws_x.a', 'a-1'],
    ]);
    expect(killed.inFlight()).toEqual([{ address: 'aws_x.open', type: 'aws_x', name: 'open', id: undefined }]);
  });

  it('remembers what an earlier kill left, and of two with one address the later one', () => {
    const killed = journal(
      line('apply_start', 'pool'),
      line('apply_start', 'pool'),
      line('apply_complete', 'pool', { id_value: '1' }),
      line('apply_complete', 'pool', { id_value: '2' }),
    );

    expect([killed.created().map(({ id }) => id), killed.inFlight()]).toEqual([['2'], []]);
  });

  it('knows since when something was made that two kills left open', () => {
    const [first, second] = ['2026-03-01T10:00:00.000000Z', '2026-03-01T11:00:00.000000Z'];
    const killed = journal(
      line('apply_start', 'pool', {}, first),
      line('apply_start', 'api', {}, first),
      line('apply_start', 'pool', {}, second),
    );

    expect(killed.inFlight().map(({ address, at }) => [address, at])).toEqual([
      ['aws_x.api', first],
      ['aws_x.pool', first],
    ]);
  });

  it('leaves out what was changed or destroyed: the state knows it', () => {
    const killed = journal(
      line('apply_start', 'a', { action: 'update' }),
      line('apply_start', 'b', { action: 'delete' }),
    );

    expect([killed.created(), killed.inFlight()]).toEqual([[], []]);
  });

  it('is empty when there is none', () => {
    const none = new ApplyJournal(join(temporaryFolder(), 'none.jsonl'));

    expect([none.created(), none.inFlight()]).toEqual([[], []]);
  });
});
