export { type CanaryComment, type CanaryRecord, type CanaryRecords } from './canary';
export { type Format, formats } from './formats';
export { isObject } from './is-object';
export { type OpenApiExtensions, openApiExtensions } from './openapi-extensions';
export { type Partition, partitionOf, regions } from './partitions';
export { mostRedirects, redirect } from './redirect';
export { didYouMean } from './suggest';
export { isLoopback, parseOrigin, parseUrl } from './urls';
export { cacheSizes, logRetentionDays, type ManagedRules, managedRules, standardScopes } from './values';
