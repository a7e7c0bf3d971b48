export { type Facts } from './facts';
export { portOfSnapshot, type Restored, restoreSnapshot, type RestoreOptions } from './restore';
export { saveSnapshot, type SaveOptions } from './save';
export { hasSnapshot } from './snapshot-file';
export { checkoutKey, derive } from './snapshot-key';
