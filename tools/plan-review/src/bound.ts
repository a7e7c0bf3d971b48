export { digestKey, keyFrom } from './digest/digest-key';
export { readWorkspace } from './read/environment';
export { stackCode } from './read/stack-code';
export { readProviderLock } from './read/provider-lock';
