export { portOfSnapshot, type Restored, restoreSnapshot, type RestoreOptions } from './restore';
export { saveSnapshot, type SaveOptions } from './save';
