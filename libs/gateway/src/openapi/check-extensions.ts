import { didYouMean, openApiExtensions, type OpenApiExtensions } from '@gatehouse/checks';
import { type OpenApiDocument } from './document';
import { walk } from './walk';

/**
 * An extension that is misspelled or misplaced says nothing, so a route would be other than its author thinks.
 *
 * @throws ConstructError for a resource policy, which is a prop; for an extension of ours that does not exist, or that is not at an operation, and for one that
 * is spelled nearly as one of ours.
 */
export function checkExtensions(document: OpenApiDocument): void {
  checkPolicy(document);
  const known = Object.values(document.extensions);
  const prefix = prefixOf(document.extensions);
  // Those of the sample, as it comes with a later version: in a repository with a name of its own they say nothing.
  const cloned = prefixOf(openApiExtensions());
  walk(document.root, (members, path) => {
    for (const key of Object.keys(members).filter((each) => /^x-(?!amazon-)/i.test(each))) {
      const at = [...path, key];
      const renamed = key.toLowerCase().replace(cloned, prefix);
      const suggestion = didYouMean(renamed, known);
      const isOurs = renamed.startsWith(prefix) || suggestion !== undefined;
      if (!isOurs) continue;
      const isKnown = known.includes(key);
      document.check(isKnown, at, `one of ${known.join(', ')}`, key, suggestion ?? 'Correct or remove it');
      const isAtOperation = path[0] === 'paths' && path.length === 3;
      document.check(isAtOperation, at, `${key} at an operation`, path.at(-1) ?? 'the document', 'Move it there');
    }
  });
}

/** This version of the provider loses changes of it: https://github.com/hashicorp/terraform-provider-aws/issues/38515 */
function checkPolicy(document: OpenApiDocument): void {
  const key = 'x-amazon-apigateway-policy';
  const found = document.root[key];
  document.check(found === undefined, [key], 'the resource policy as the prop policy', found, 'Move it there');
}

const prefixOf = (extensions: OpenApiExtensions): string => extensions.public.replace(/public$/, '');
