import type { ModuleCode, SynthesizedStack } from '@gatehouse/surface';
import { fileHash } from './file-hash';

/**
 * What was synthesized of a stack.
 *
 * @param directory that it is in, with the files that it takes over @default - they are not read
 */
export const stackCode = (content: SynthesizedStack, directory?: string): ModuleCode => ({
  content,
  ...(directory !== undefined && { hash: (name: string) => fileHash(name, [directory]) }),
});
