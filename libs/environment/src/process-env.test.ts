import { sound } from '../testing/sound';
import { workspaceWith } from '../testing/workspace';
import { loadEnvironment } from './load';

describe('GATEHOUSE_AWS_ENDPOINT', () => {
  afterEach(() => delete process.env.GATEHOUSE_AWS_ENDPOINT);

  const local = { ...sound, tier: 'local', endpoint: 'http://127.0.0.1:4599' };
  const files = { 'base.json': sound, 'dev.json': sound, 'local.json': local };

  it('replaces the endpoint of an environment that has one', () => {
    process.env.GATEHOUSE_AWS_ENDPOINT = 'http://127.0.0.1:5000';
    expect(loadEnvironment('local', { directory: workspaceWith(files) }).endpoint).toBe('http://127.0.0.1:5000');
  });

  it('gives none to an environment without', () => {
    process.env.GATEHOUSE_AWS_ENDPOINT = 'http://127.0.0.1:5000';
    expect(loadEnvironment('dev', { directory: workspaceWith(files) }).endpoint).toBeUndefined();
  });

  it('does nothing when it is empty', () => {
    process.env.GATEHOUSE_AWS_ENDPOINT = '';
    expect(loadEnvironment('local', { directory: workspaceWith(files) }).endpoint).toBe('http://127.0.0.1:4599');
  });

  it('fails when it is not an address on this machine, naming the variable', () => {
    process.env.GATEHOUSE_AWS_ENDPOINT = 'https://cognito-idp.eu-west-1.amazonaws.com';
    const load = () => loadEnvironment('local', { directory: workspaceWith(files) });
    expect(load).toThrow(
      [
        'environment variable GATEHOUSE_AWS_ENDPOINT  endpoint',
        '  about     Where the AWS emulator listens, for tier "local" only. GATEHOUSE_AWS_ENDPOINT replaces it.',
        '  expected  scheme://host[:port] on this machine, such as http://127.0.0.1:4599',
        '  found     "https://cognito-idp.eu-west-1.amazonaws.com"',
        '  to do     Correct the value.',
      ].join('\n'),
    );
  });
});
