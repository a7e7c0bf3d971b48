import * as api from './index';

describe('@gatehouse/environment', () => {
  it('exports these values and no others', () => {
    expect(Object.keys(api).sort()).toEqual([
      'EnvironmentError',
      'NoWorkspaceError',
      'bootstrapEditorSchema',
      'bootstrapPath',
      'bootstrapTargets',
      'boundaryArn',
      'boundaryName',
      'ciRoleArn',
      'ciRoleName',
      'defaultTags',
      'editorSchema',
      'environmentName',
      'fieldPlace',
      'fieldTable',
      'findDirectory',
      'listEnvironments',
      'loadEnvironment',
      'loadLocalUsers',
      'loggingRoleName',
      'partitionOf',
      'placeOf',
      'refuseCollisions',
      'resourceName',
      'rightsRecordKey',
      'setField',
      'showFields',
      'snapshotPath',
      'stackName',
      'stateKey',
      'usersEditorSchema',
    ]);
  });
});
