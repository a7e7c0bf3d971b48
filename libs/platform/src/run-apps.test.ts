import { join, resolve } from 'node:path';
import { loadApp } from './run-apps';

const apps = resolve(__dirname, '../fixtures/apps');

describe('loadApp', () => {
  it('reads what an environment is made of and runs nothing', () => {
    expect(loadApp(apps, 'one')).toMatchObject({ name: 'one' });
  });

  it.each([
    [
      'unnamed',
      "apps/unnamed/main.ts: expected `export default environment('unnamed', …)`, found no such export. Add it.",
    ],
    [
      'misnamed',
      'apps/misnamed/main.ts: expected the environment "misnamed", as its folder is named, found "one". ' +
        'Name it so, or rename the folder.',
    ],
    [
      'onne',
      'apps/onne/main.ts: expected what the environment "onne" is made of, found no such file. Did you mean "one"?',
    ],
    [
      'elsewhere',
      'apps/elsewhere/main.ts: expected what the environment "elsewhere" is made of, found no such file. ' +
        'Make it, or name one of misnamed, one, two, unnamed.',
    ],
  ])('fails for apps/%s', (name, message) => {
    expect(() => loadApp(join(apps), name)).toThrow(message);
  });
});
