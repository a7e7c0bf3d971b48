export { evaluatePosture, type PostureTerms, type PostureEvaluation } from './evaluate';
export { postureFinding } from './find';
export { posture } from './posture';
export type { Violation, PostureRule } from './rule';
export { postureRules } from './rules';
