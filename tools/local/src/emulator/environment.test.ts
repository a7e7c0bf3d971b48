import { delimiter } from 'node:path';
import { childEnvironment, motoSettings } from './environment';
import { additionsDirectory } from './moto';

const before = { ...process.env };

afterEach(() => {
  process.env = { ...before };
});

describe('the environment variables of moto', () => {
  it('is nothing of the AWS or moto settings of the user', () => {
    Object.assign(process.env, {
      AWS_PROFILE: 'work',
      AWS_SESSION_TOKEN: 'secret',
      MOTO_ACCOUNT_ID: '1',
      KEPT: 'yes',
    });
    const environment = childEnvironment(motoSettings('on', 'i'));
    const names = Object.keys(environment).filter((name) => /^(AWS|MOTO)_/.test(name));
    expect(names).toEqual([]);
    expect(environment.KEPT).toBe('yes');
  });

  it('is our additions before what the user has on PYTHONPATH', () => {
    process.env.PYTHONPATH = '/theirs';
    expect(childEnvironment({}).PYTHONPATH).toBe(`${additionsDirectory}${delimiter}/theirs`);
    delete process.env.PYTHONPATH;
    expect(childEnvironment({}).PYTHONPATH).toBe(additionsDirectory);
  });
});
