// What a synthesis asks for, apart from the rest: most of the time of a synthesis goes into loading modules.
export type { Finding } from './findings/finding';
export { evaluatePosture, type PostureEvaluation } from './posture/evaluate';
export { refusingRules } from './posture/refusing-rules';
export { surfaceFromSynth } from './surface-from-synth';
export type { SynthesizedStack } from './synth/resources';
