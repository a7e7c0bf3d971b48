import { isUnknown } from '../model/value';
import type { Values } from '../terraform/values';
import type { Specification } from './specification';

/**
 * What stands before the paths: nothing, unless the import says `basepath = "prepend"`.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-import-api-basePath.html
 */
export function basePathOf({ api, root }: Specification): string {
  const parameters = api.textTable('parameters');
  const mode = isUnknown(parameters) ? undefined : parameters['basepath'];
  if (mode !== 'prepend' && mode !== 'split') return '';
  const base = (version2(root.text('basePath')) ?? version3(root)).replace(/\/$/, '');
  // "split" takes the first part away.
  return mode === 'prepend' ? base : base.replace(/^\/[^/]*/, '');
}

const version2 = (path: unknown): string | undefined => (typeof path === 'string' ? path : undefined);

function version3(root: Values): string {
  const servers = root.blocks('servers');
  const server = isUnknown(servers) ? undefined : servers[0];
  const value = server?.blockOrEmpty('variables').blockOrEmpty('basePath').text('default');
  return typeof value === 'string' ? `/${value.replace(/^\//, '')}` : '';
}
