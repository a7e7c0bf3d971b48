import { bootstrapTargets } from '@gatehouse/environment';
import { refusePlaceholder, selectTargets } from './targets';

const targets = bootstrapTargets();
const withRepository = (repository: string, endpoint?: string) => {
  const [first] = targets;
  if (first === undefined) throw new Error('no environment here');
  const settings = { ...first.settings, github: { ...first.settings.github!, repository } };
  return { ...first, endpoint, settings };
};

describe('what to bootstrap', () => {
  it('fails for an environment that does not exist, and names those that do', async () => {
    await expect(selectTargets('nope')).rejects.toThrow(/^There is no environment "nope"; there are: .*dev.*prod/);
  });

  it.each(['example/gatehouse', 'example@1/gatehouse@2'])(
    'fails in AWS with the repository %s, which belongs to another team',
    (repository) => {
      expect(() => refusePlaceholder([withRepository(repository)])).toThrow('github.repository');
      expect(() => refusePlaceholder([withRepository(repository, 'http://127.0.0.1:1')])).not.toThrow();
    },
  );

  it('takes any other repository', () => {
    expect(() => refusePlaceholder([withRepository('examples/gatehouse')])).not.toThrow();
  });
});
