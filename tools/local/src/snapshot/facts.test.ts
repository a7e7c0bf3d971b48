import { otherStacks, otherVersion, type Versions } from './facts';

const versions: Versions = { gatehouse: '0.0.0+a', moto: '5.2.1', python: 'CPython 3.11.7' };

describe('versions', () => {
  it('that are the same read the memory', () => {
    expect(otherVersion(versions, { ...versions })).toBeUndefined();
  });

  it.each([
    ['gatehouse', '0.0.0+b', 'it is of Gatehouse 0.0.0+a, and this is 0.0.0+b'],
    ['moto', '5.2.2', 'it is of moto 5.2.1, and this is 5.2.2'],
    ['python', 'CPython 3.12.1', 'it is of Python CPython 3.11.7, and this is CPython 3.12.1'],
  ])('of which %s is another do not', (part, version, why) => {
    expect(otherVersion(versions, { ...versions, [part]: version })).toBe(why);
  });
});

describe('stacks', () => {
  const endpoint = 'http://127.0.0.1:4599';
  const facts = { endpoint, apps: { local: { 'local-api': 'a1', 'local-identity': 'i1' } } };
  const now = { app: 'local', endpoint, stacks: facts.apps.local };

  it('that are as they were applied need no apply', () => {
    expect(otherStacks(facts, now)).toBeUndefined();
  });

  it.each([
    ['was changed', { 'local-api': 'a2', 'local-identity': 'i1' }, 'local-api'],
    ['is new', { ...facts.apps.local, 'local-shop': 's1' }, 'local-shop'],
    ['is gone', { 'local-api': 'a1' }, 'local-identity'],
    ['was changed each', { 'local-api': 'a2', 'local-identity': 'i2' }, 'local-api, local-identity'],
  ])('of which one %s do', (_, stacks, names) => {
    expect(otherStacks(facts, { ...now, stacks })).toBe(`the JSON of ${names} has changed`);
  });

  it('of which one was not applied to its end do, even if its JSON came back', () => {
    const half = { ...facts, apps: { local: { 'local-api': null, 'local-identity': 'i1' } } };
    expect(otherStacks(half, now)).toBe('local-api was not applied to the end, or by another program');
  });

  it('that name another port do', () => {
    expect(otherStacks(facts, { ...now, endpoint: 'http://127.0.0.1:41199' })).toBe(
      'its JSON names http://127.0.0.1:4599, and the emulator is on http://127.0.0.1:41199',
    );
  });

  it('of an app that it does not have do', () => {
    expect(otherStacks({ endpoint, apps: {} }, now)).toBe('nothing of local is applied in it');
  });
});
