export * from './model';
export { surfaceFromState } from './surface-from-state';
export { surfaceFromSynth } from './surface-from-synth';
export type { SynthesizedStack } from './synth/resources';
export { surfacesFromPlan, type PlannedSurfaces } from './surfaces-from-plan';
export { parseTerraformJson } from './terraform/format';
export type { TerraformPlan } from './terraform/plan';
export type { TerraformState } from './terraform/state';
export { UnreadableError } from './terraform/unreadable';
