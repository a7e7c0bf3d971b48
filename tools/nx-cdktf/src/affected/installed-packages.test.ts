import { installedPackages } from './installed-packages';

describe('installedPackages', () => {
  const zod = { 'node_modules/zod': { version: '4.0.0', dev: true } };
  const text = (packages?: object): string => installedPackages(JSON.stringify({ packages }));

  it('does not depend on the packages of the workspace', () => {
    const own = {
      '': { name: 'x' },
      'apps/qa': {},
      'node_modules/@gatehouse/qa': { link: true, resolved: 'apps/qa' },
    };

    expect(text({ ...own, ...zod })).toBe(text(zod));
  });

  it.each([
    ['another version', { 'node_modules/zod': { version: '4.0.1', dev: true } }],
    ['one more package', { ...zod, 'node_modules/ajv': { version: '8.0.0' } }],
    ['a package inside one of the workspace', { ...zod, 'libs/x/node_modules/zod': { version: '3.0.0' } }],
    ['no package', undefined],
  ])('depends on %s', (_what, packages) => {
    expect(text(packages)).not.toBe(text(zod));
  });
});
