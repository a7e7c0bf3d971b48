export { deployStack, type DeployStackOptions } from './deploy-stack';
export { findTerraform, type Product, type TerraformBinary } from './find-terraform';
export { InterruptedError, isReadable, SetupError, StateLockedError, TerraformError } from './errors';
export { type Diagnostic } from './diagnostics';
export { type StateLock } from './state-lock';
export { readStacks, type Stack } from './stacks';
export { Terraform, type Plan, type PlanOptions, type TerraformOptions } from './terraform';
export { type ChangeAction, type ChangeSummary, type ProgressEvent } from './ui-events';
export { type OutputJson, type PlanJson, type ResourceChange, type StateJson } from './plan-json';
