import { posix } from 'node:path';
import { type IConstruct } from 'constructs';

/** Metadata of a construct: the file of the workspace that a person edits to change it. */
export const sourceMetadata = 'gatehouse:source';

/**
 * Says that a construct comes from a file which is no code, such as an OpenAPI document: the review names it.
 *
 * @param file from the top of the workspace
 */
export function writtenIn({ node }: IConstruct, file: string): void {
  node.addMetadata(sourceMetadata, posix.normalize(file));
}
