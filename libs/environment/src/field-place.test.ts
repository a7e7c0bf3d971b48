import { sound } from '../testing/sound';
import { workspaceWith } from '../testing/workspace';
import { fieldPlace } from './field-place';
import { loadEnvironment } from './load';

const clients = { 'web-app': (sound['clients'] as Record<string, object>)['app'] };
const api = { ...(sound['api'] as object), waf: undefined };
const directory = workspaceWith({
  'base.json': { ...sound, clients, api },
  'qa.json': { extends: './base.json', identity: { mfa: 'off' } },
});

const place = (field: string) => fieldPlace(loadEnvironment('qa', { directory }), field);

describe('fieldPlace', () => {
  it('names the file, line and column in which a field is written', () => {
    expect(place('identity.mfa')).toEqual({
      file: 'environments/qa.json',
      line: 4,
      column: expect.any(Number),
      path: 'identity.mfa',
    });
    expect(place('identity.selfSignUp')).toMatchObject({ file: 'environments/base.json' });
  });

  it('finds a client by the name of its Terraform resource', () => {
    expect(place('clients.web_app.tokenValidity')?.path).toBe('clients.web-app.tokenValidity');
  });

  it('names where a field that is not written belongs', () => {
    expect(place('api.waf')).toMatchObject({ file: 'environments/base.json', path: 'api.waf' });
  });

  it('is undefined for what belongs to nothing in the environment', () => {
    expect(place('clients.partner.tokenValidity')).toBeUndefined();
  });

  it('names the file alone for an environment that no file was loaded for', () => {
    const { name, ...rest } = loadEnvironment('qa', { directory });

    expect(fieldPlace({ name, ...rest }, 'identity.mfa')).toEqual({
      file: 'environments/qa.json',
      path: 'identity.mfa',
    });
  });
});
