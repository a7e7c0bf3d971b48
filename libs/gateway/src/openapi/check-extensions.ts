import { didYouMean, openApiExtensions, type OpenApiExtensions } from '@gatehouse/checks';
import { type Members, type OpenApiDocument, type Path } from './document';
import { walk } from './walk';

/**
 * An extension that is misspelled or misplaced says nothing, so a route would be other than its author thinks.
 *
 * @throws ConstructError for a resource policy, which is a prop; for an extension of ours or of API Gateway that does not exist; for one of
 * ours that is not at an operation, and for one that is spelled nearly as one of ours.
 */
export function checkExtensions(document: OpenApiDocument): void {
  checkPolicy(document);
  const known = Object.values(document.extensions);
  const prefix = prefixOf(document.extensions);
  // Those of the sample, as it comes with a later version: in a repository with a name of its own they say nothing.
  const cloned = prefixOf(openApiExtensions());
  walk(document.root, (members, path) => {
    checkAmazon(document, members, path);
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

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions.html */
const amazon = [
  'any-method',
  'api-key-source',
  'auth',
  'authorizer',
  'authtype',
  'binary-media-types',
  'cors',
  'documentation',
  'endpoint-access-mode',
  'endpoint-configuration',
  'gateway-responses',
  'importexport-version',
  'integration',
  'integrations',
  'minimum-compression-size',
  'policy',
  'request-validator',
  'request-validators',
  'security-policy',
  'tag-value',
].map((name) => `x-amazon-apigateway-${name}`);

/** API Gateway passes over what it does not know; `auth` would say who may call beside the guard. */
function checkAmazon(document: OpenApiDocument, members: Members, path: Path): void {
  for (const key of Object.keys(members).filter((each) => /^x-amazon-apigateway-/i.test(each))) {
    const at = [...path, key];
    const fix = didYouMean(key, amazon) ?? 'Correct or remove it';
    document.check(amazon.includes(key), at, 'an extension of API Gateway', key, fix);
    const { iam, public: open } = document.extensions;
    const instead = `Write security for tokens, ${open} with the reason why anyone may call it, or ${iam} with who signs`;
    document.check(
      key !== 'x-amazon-apigateway-auth',
      at,
      'the guard in words of this document',
      members[key],
      instead,
    );
  }
}

/** This version of the provider loses changes of it: https://github.com/hashicorp/terraform-provider-aws/issues/38515 */
function checkPolicy(document: OpenApiDocument): void {
  const key = 'x-amazon-apigateway-policy';
  const found = document.root[key];
  document.check(found === undefined, [key], 'the resource policy as the prop policy', found, 'Move it there');
}

const prefixOf = (extensions: OpenApiExtensions): string => extensions.public.replace(/public$/, '');
