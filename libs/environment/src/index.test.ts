import * as api from './index';

describe('@gatehouse/environment', () => {
  it('exports these values and no others', () => {
    expect(Object.keys(api).sort()).toEqual([
      'EnvironmentError',
      'NoWorkspaceError',
      'bootstrapPath',
      'bootstrapTargets',
      'boundaryArn',
      'boundaryName',
      'ciRoleArn',
      'ciRoleName',
      'defaultTags',
      'environmentName',
      'fieldPlace',
      'findDirectory',
      'listEnvironments',
      'loadEnvironment',
      'partitionOf',
      'resourceName',
      'showFields',
      'stackName',
      'stateKey',
    ]);
  });
});
