// What a synthesis asks for, apart from the rest: most of the time of a synthesis goes into loading modules.
export { contractsOf } from './contract';
export { evaluate, type Evaluation } from './findings/evaluate';
export { isAsSevere, type Finding } from './findings/finding';
export { isWorthAccepting, refusingRules } from './findings/refusing-rules';
export { ruleSet, type TeamRules } from './findings/rule-set';
export { tierLimit } from './findings/tier-limit';
export {
  describeSchemaChange,
  parseSnapshot,
  type SchemaChange,
  schemaChanges,
  type SchemaSnapshot,
} from './pool-schema';
export { surfaceFromSynth } from './surface-from-synth';
export type { SynthesizedStack } from './synth/resources';
