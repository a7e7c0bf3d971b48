import * as api from './index';

describe('@gatehouse/environment', () => {
  it('exports these values and no others', () => {
    expect(Object.keys(api).sort()).toEqual([
      'EnvironmentError',
      'NoWorkspaceError',
      'bootstrapPath',
      'bootstrapTargets',
      'ciRoleArn',
      'ciRoleName',
      'defaultTags',
      'environmentName',
      'findDirectory',
      'listEnvironments',
      'loadEnvironment',
      'partitionOf',
      'resourceName',
      'stackName',
      'stateKey',
    ]);
  });
});
