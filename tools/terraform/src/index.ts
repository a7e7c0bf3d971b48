export { appliedContent, stateIn } from './applied-content';
export { appliedSurface, readStates } from './applied-surface';
export { applyStacks, type ApplyStacksOptions } from './apply-stacks';
export {
  type ClientConfig,
  clientConfig,
  clientsByName,
  isMachine,
  type NamedStage,
  poolsByName,
  stagesByName,
  stageUrl,
} from './client-config';
export { BaseWorktree } from './base/base-worktree';
export { commitOf } from './base/commit-of';
export { deployStack, type DeployStackOptions } from './deploy-stack';
export { cdktfLine } from './fetch/fetch-terraform';
export { findTerraform, type Product, type TerraformBinary } from './find-terraform';
export { InterruptedError, SetupError, StateLockedError, TerraformError } from './errors';
export { type StateLock } from './state-lock';
export { environmentApp } from './environment-app';
export { isAlive } from './is-alive';
export { claimFile } from './claim/claim';
export { takeTurn } from './claim/turn';
export { withEndpoint } from './emulator/endpoint-variable';
export { type EmulatorRequest, type LocalEmulators, type StartedEmulator } from './emulator/local-emulators';
export { type EmulatorNote, noteEmulator, noteServed, readNote } from './emulator/note';
export { ownEmulator } from './emulator/own-emulator';
export { type InEmulator, withEmulator } from './emulator/with-emulator';
export { KeptProviders } from './provider/with-remembered-provider';
export { lostStateKey, noteLostStateKey } from './lost-state/lost-state-keys';
export { refuseLostState } from './lost-state/lost-state-error';
export { reportOrphans } from './orphans/report-orphans';
export { parseJson } from './parse-json';
export { appFolder, findFolders, synthesizeFolders } from './app-folders';
export { askAws, refuseOldRole } from './role-rights';
export { runNx } from './run-nx';
export { shownPath } from './synthesized';
export { emulatorEndpoint, readStackConfig } from './stack-config';
export { stackContent } from './stack-content';
export { type StateFile } from './state-file';
export { readStacks, type Stack } from './stacks';
export { StateBucket } from './state-bucket';
export { Terraform } from './terraform';
export { type Import, type Plan } from './terraform-options';
export { type ChangeAction, type ChangeSummary, type ProgressEvent } from './ui-events';
export { type OutputJson, type PlanJson, type ResourceChange, type StateJson } from './plan-json';
