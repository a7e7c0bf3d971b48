import type { Finding } from '../findings/finding';
import type { Surface, Unknown } from '../model';
import { findPosture } from './find';
import { postureRules } from './rules';

/** What is wrong with a surface as it stands, the worst first; within a severity by address. */
export const posture = (surface: Surface<Unknown>): Finding[] => findPosture(surface, postureRules);
