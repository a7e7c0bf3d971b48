export { type Format, formats } from './formats';
export { isObject } from './is-object';
export { cacheSizes, logRetentionDays, type ManagedRules, managedRules, standardScopes } from './values';
