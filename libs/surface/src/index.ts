export * from './model';
export { surfaceFromState } from './surface-from-state';
export { parseTerraformJson } from './terraform/format';
export type { TerraformState } from './terraform/state';
export { UnreadableError } from './terraform/unreadable';
