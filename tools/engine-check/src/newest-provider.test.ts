import { EngineCheckError } from './errors';
import { newestIn } from './newest-provider';

const published = (version: string, provider?: string) => ({
  version,
  ...(provider && { 'cdktf.provider.version': provider }),
});

describe('newestIn', () => {
  it('takes the highest version, not the last of the list or of the alphabet', () => {
    const list = [
      published('21.22.1', '6.25.0'),
      published('21.9.1', '6.11.0'),
      published('21.10.0', '6.12.0'),
    ];

    expect(newestIn(JSON.stringify(list), '6')).toEqual({ version: '21.22.1', provider: '6.25.0' });
  });

  it('reads the answer of npm when there is only one', () => {
    expect(newestIn(JSON.stringify(published('21.0.0', '6.0.0')), '6').version).toBe('21.0.0');
  });

  it('looks at the provider, not at the number of the bindings', () => {
    const list = [published('22.0.0', '7.0.0'), published('21.1.0', '6.2.0'), published('20.1.0', '5.100.0')];

    expect(newestIn(JSON.stringify(list), '6').version).toBe('21.1.0');
    expect(newestIn(JSON.stringify(list), '5').version).toBe('20.1.0');
  });

  it('takes no pre-release, and nothing that does not name its provider', () => {
    const list = [published('21.2.0-pre.1', '6.3.0'), published('21.3.0'), published('21.1.0', '6.2.0')];

    expect(newestIn(JSON.stringify(list), '6').version).toBe('21.1.0');
  });

  it('fails when there is none', () => {
    expect(() => newestIn(JSON.stringify([published('20.1.0', '5.100.0')]), '6')).toThrow(EngineCheckError);
  });
});
