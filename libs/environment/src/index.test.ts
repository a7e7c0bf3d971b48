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
      'canariesPath',
      'ciProviderOf',
      'ciRoleArn',
      'ciRoleName',
      'defaultTags',
      'digestKeyPath',
      'editorSchema',
      'environmentName',
      'fieldPlace',
      'fieldTable',
      'findDirectory',
      'formatCanaries',
      'listEnvironments',
      'loadEnvironment',
      'loadLocalUsers',
      'loggingRoleName',
      'partitionOf',
      'placeOf',
      'readCanaries',
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
