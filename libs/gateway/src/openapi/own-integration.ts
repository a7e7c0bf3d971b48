import { type OpenApiDocument } from './document';
import { type Operation } from './operations';

const key = 'x-amazon-apigateway-integration';

/**
 * Whether an operation says itself what answers it.
 *
 * @throws ConstructError for what is no integration, and for a function that is called with another verb than POST, which Lambda refuses.
 */
export function hasOwnIntegration(document: OpenApiDocument, { path, value }: Operation): boolean {
  if (value[key] === undefined) return false;
  const at = [...path, key];
  const { httpMethod, uri } = document.members(value, at);
  const isFunction = typeof uri === 'string' && /:lambda:path\/|\.invoke_arn\}/.test(uri);
  const isPost = typeof httpMethod === 'string' && httpMethod.toUpperCase() === 'POST';
  const fix = 'Write POST: functions are called with it, whatever the verb of the operation';
  document.check(!isFunction || isPost, [...at, 'httpMethod'], 'POST', httpMethod, fix);
  return true;
}
