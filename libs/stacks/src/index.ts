export { ApiStack } from './api-stack';
export { EnvironmentStack } from './environment-stack';
export { IdentityStack } from './identity-stack';
export { run } from './run';
export { synthEnvironment, synthEnvironments, type SynthOptions } from './synth-environment';
export { synthesize } from './synthesize';
