export { digestKey, keyFrom } from './digest/digest-key';
export { readWorkspace } from './read/environment';
export { readProviderLock } from './read/provider-lock';
