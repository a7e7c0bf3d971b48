import { parseUiLine } from './ui-events';

// Lines that Terraform 1.11.4 printed.
const resource =
  '"resource":{"addr":"aws_sqs_queue.users","module":"","resource":"aws_sqs_queue.users","implied_provider":"aws","resource_type":"aws_sqs_queue","resource_name":"users","resource_key":null}';
const line = (body: string): string =>
  `{"@level":"info","@message":"…","@module":"terraform.ui","@timestamp":"2026-11-23T04:03:19.786045Z",${body}}`;

describe('parseUiLine', () => {
  it('reads a planned change', () => {
    expect(parseUiLine(line(`"change":{${resource},"action":"create"},"type":"planned_change"`))).toEqual({
      kind: 'planned',
      address: 'aws_sqs_queue.users',
      action: 'create',
    });
  });

  it('reads drift apart from planned changes', () => {
    expect(parseUiLine(line(`"change":{${resource},"action":"update"},"type":"resource_drift"`))).toEqual({
      kind: 'drift',
      address: 'aws_sqs_queue.users',
      action: 'update',
    });
  });

  it.each([
    ['apply_start', '', { kind: 'started', seconds: 0 }],
    ['apply_progress', ',"elapsed_seconds":10', { kind: 'running', seconds: 10 }],
    ['apply_complete', ',"id_key":"id","id_value":"x","elapsed_seconds":25', { kind: 'completed', seconds: 25 }],
    ['apply_errored', ',"elapsed_seconds":3', { kind: 'failed', seconds: 3 }],
  ])('reads %s', (type, more, expected) => {
    expect(parseUiLine(line(`"hook":{${resource},"action":"create"${more}},"type":"${type}"`))).toEqual({
      address: 'aws_sqs_queue.users',
      action: 'create',
      ...expected,
    });
  });

  it('reads the summary', () => {
    const changes = '"changes":{"add":1,"change":0,"import":0,"remove":2,"operation":"plan"}';
    expect(parseUiLine(line(`${changes},"type":"change_summary"`))).toEqual({
      kind: 'summary',
      add: 1,
      change: 0,
      import: 0,
      remove: 2,
      operation: 'plan',
    });
  });

  it('reads that it waits for the lock', () => {
    expect(parseUiLine(line('"type":"state_lock_acquire"'))).toEqual({ kind: 'waiting-for-lock' });
  });

  it('reads a diagnostic', () => {
    const diagnostic = '{"severity":"error","summary":"execution halted","detail":""}';
    expect(parseUiLine(line(`"diagnostic":${diagnostic},"type":"diagnostic"`))).toEqual({
      kind: 'diagnostic',
      diagnostic: { severity: 'error', summary: 'execution halted', detail: '' },
    });
  });

  it.each([
    ['the read of a data source', line(`"hook":{${resource},"action":"read"},"type":"apply_start"`)],
    ['the version', line('"terraform":"1.11.4","type":"version","ui":"1.2"')],
    ['text in the stream of init', '\u001b[0m\u001b[32m'],
    ['a cut line', '{"@level":"info","@mess'],
    ['an empty line', ''],
  ])('reports nothing for %s', (_what, text) => {
    expect(parseUiLine(text)).toBeUndefined();
  });
});
