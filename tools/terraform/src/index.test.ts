import * as terraform from './index';

it('exports exactly this', () => {
  expect(Object.keys(terraform).sort()).toEqual([
    'InterruptedError',
    'SetupError',
    'StateLockedError',
    'Terraform',
    'TerraformError',
    'deployStack',
    'cdktfLine',
    'findTerraform',
    'isReadable',
    'readStacks',
  ]);
});
