import { inTurns } from './deploy-stacks';

const stack = (name: string, ...dependencies: string[]) => ({ name, dependencies });

describe('stacks that are applied together', () => {
  it.each([
    [
      'one after another, when each reads the one before',
      [stack('a'), stack('b', 'a'), stack('c', 'b')],
      [['a'], ['b'], ['c']],
    ],
    ['all, when none reads another', [stack('a'), stack('b')], [['a', 'b']]],
    [
      'those that read the same ones',
      [
        stack('identity'),
        stack('jobs'),
        stack('api', 'identity'),
        stack('web', 'identity', 'jobs'),
        stack('last', 'web'),
      ],
      [['identity', 'jobs'], ['api', 'web'], ['last']],
    ],
  ])('are %s', (_what, stacks, turns) => {
    expect(inTurns(stacks).map((turn) => turn.map(({ name }) => name))).toEqual(turns);
  });
});
