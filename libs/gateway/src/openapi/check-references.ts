import { type OpenApiDocument } from './document';
import { walk } from './walk';

/**
 * What a `$ref` should have said would be missed when the document is imported, at apply.
 *
 * @throws ConstructError for a `$ref` anywhere to another file, to a place that is not there or to itself.
 */
export function checkReferences(document: OpenApiDocument): void {
  walk(document.root, (members, path) => {
    if (members['$ref'] !== undefined) document.target(members['$ref'], [...path, '$ref']);
  });
}
