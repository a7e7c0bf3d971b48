export { findDirectory, listEnvironments } from './directory';
export { EnvironmentError } from './environment-error';
export { type LoadOptions, loadEnvironment } from './load';
export { environmentName, resourceName, stackName, stateKey } from './names';
export { type Partition, partitionOf } from './partition';
export { type Problem } from './problem';
export { type Environment } from './schema/environment';
export { defaultTags } from './tags';
export { bootstrapTargets, type BootstrapTarget } from './bootstrap/targets';
