export { posture } from './posture';
export { postureRules } from './rules';
