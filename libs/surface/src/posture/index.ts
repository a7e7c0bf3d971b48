export { judgePosture, type PostureTerms, type PostureVerdict } from './judge';
export { posture, postureFinding } from './posture';
export type { Breach, PostureRule } from './rule';
export { postureRules } from './rules';
