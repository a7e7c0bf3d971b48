import * as terraform from './index';

it('exports exactly this', () => {
  expect(Object.keys(terraform).sort()).toEqual([
    'InterruptedError',
    'SetupError',
    'StateLockedError',
    'Terraform',
    'TerraformError',
    'appFolder',
    'cdktfLine',
    'deployStack',
    'findTerraform',
    'isAlive',
    'parseJson',
    'readStacks',
    'runNx',
  ]);
});
