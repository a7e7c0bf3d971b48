import { parseState } from './state-file';

const state = {
  version: 4,
  terraform_version: '1.11.4',
  serial: 7,
  lineage: '0f4c9c3c-6a8e-4c57-9d5c-0b6f2d0f7a11',
  outputs: { state_bucket: { value: 'acme-state', type: 'string' } },
  resources: [
    { mode: 'managed', type: 'aws_s3_bucket', name: 'state', instances: [{}] },
    { mode: 'managed', type: 'aws_kms_key', name: 'state', instances: [] },
    { mode: 'data', type: 'aws_partition', name: 'current', instances: [{}] },
  ],
};

describe('parseState', () => {
  it('reads version, outputs and the addresses of what exists', () => {
    const text = JSON.stringify(state);
    expect(parseState(text)).toEqual({
      text,
      lineage: state.lineage,
      serial: 7,
      outputs: { state_bucket: 'acme-state' },
      addresses: new Set(['aws_s3_bucket.state']),
    });
  });

  it('reads a state in which nothing is yet', () => {
    const empty = { ...state, outputs: undefined, resources: undefined };
    expect(parseState(JSON.stringify(empty))).toMatchObject({ addresses: new Set(), outputs: {} });
  });

  it.each([
    ['nothing', ''],
    ['half of one, as a killed run leaves it', JSON.stringify(state).slice(0, 60)],
    ['another version', JSON.stringify({ ...state, version: 3 })],
    ['other JSON', '{}'],
    ['null', 'null'],
  ])('finds no state in %s', (_, text) => {
    expect(parseState(text)).toBeUndefined();
  });
});
