export { judgePosture, type PostureTerms, type PostureVerdict } from './judge';
export { postureFinding } from './find';
export { posture } from './posture';
export type { Breach, PostureRule } from './rule';
export { postureRules } from './rules';
