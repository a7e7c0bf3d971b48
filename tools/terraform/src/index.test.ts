import * as terraform from './index';

it('exports exactly this', () => {
  expect(Object.keys(terraform).sort()).toEqual([
    'InterruptedError',
    'SetupError',
    'StateLockedError',
    'Terraform',
    'TerraformError',
    'appFolder',
    'appliedSurface',
    'askAws',
    'cdktfLine',
    'clientConfig',
    'clientsByName',
    'deployStack',
    'findTerraform',
    'isAlive',
    'isMachine',
    'noteEmulator',
    'parseJson',
    'poolsByName',
    'readStackConfig',
    'readStacks',
    'readStates',
    'refuseOldRole',
    'runNx',
    'stagesByName',
  ]);
});
