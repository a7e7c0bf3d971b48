export { findEmulator, EmulatorNotFoundError, type FoundEmulator } from './find';
export { startEmulator, type Emulator, type EmulatorOptions } from './start';
export { describeExit, type EmulatorExit } from './exit';
export { EmulatorRefusal, type Internal } from './internal';
export { awsOf, callerOf, roleCredentials, type Caller, type CallerIdentity, type RoleCredentials } from './caller';
export { emulatorVersion } from './version';
