export { findEmulator, EmulatorNotFoundError, type FoundEmulator } from './find';
export { startEmulator, type Emulator, type EmulatorOptions } from './start';
export { describeExit, type EmulatorExit } from './exit';
