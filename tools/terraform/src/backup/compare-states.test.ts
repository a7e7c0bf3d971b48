import { type StateFile } from '../state-file';
import { compareStates } from './compare-states';

const state = (resources: Record<string, object>, outputs: Record<string, unknown>): StateFile => ({
  version: 4,
  serial: 1,
  lineage: 'a1',
  outputs: Object.fromEntries(Object.entries(outputs).map(([name, value]) => [name, { value }])),
  resources: Object.entries(resources).map(([address, attributes]) => {
    const [type = '', name = ''] = address.split('.');
    return { mode: 'managed', type, name, instances: [{ attributes: attributes as Record<string, unknown> }] };
  }),
});

describe('a state that was restored', () => {
  const saved = state({ 'aws_x.a': { id: '1' }, 'aws_x.b': { id: '2' } }, { id: '1', url: 'u' });

  it('is the same with other ids, which are said', () => {
    expect(
      compareStates(saved, state({ 'aws_x.a': { id: '7' }, 'aws_x.b': { id: '8' } }, { id: '7', url: 'u' })),
    ).toEqual({
      ...{ resources: 2, outputs: 2, otherValues: ['id'], differences: [] },
    });
  });

  it('differs in what did not come back, and in what is new', () => {
    expect(compareStates(saved, state({ 'aws_x.a': {}, 'aws_x.c': {} }, { id: '7', more: 'm' })).differences).toEqual([
      'aws_x.b is in the backup, and was not made again',
      'aws_x.c was made, and is not in the backup: the code has it since',
      'output url is in the backup, and not in what was made',
      'output more is new, and not in the backup',
    ]);
    expect(compareStates(saved, undefined).differences).toHaveLength(4);
  });
});
