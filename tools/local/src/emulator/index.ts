export { findEmulator, EmulatorNotFoundError, type FoundEmulator } from './find';
export { startEmulator, type Emulator, type EmulatorExit, type EmulatorOptions } from './start';
export { describeExit } from './exit';
