import type { GroupScopes, Unknown } from '../model';
import { isUnknown } from '../model/value';
import type { Catalog } from '../terraform/catalog';
import type { Resource } from '../terraform/resource';
import { readPreToken } from './triggers';

/** Variable of a pre token generation function that says which groups get which scopes; `libs/patterns` writes it. */
const VARIABLE = 'GROUP_SCOPES';

export function readGroupScopes(pool: Resource, catalog: Catalog): GroupScopes | Unknown | undefined {
  const { arn, legacyArn } = readPreToken(pool);
  const lambda = catalog.target(pool, arn ?? legacyArn, 'aws_lambda_function', 'arn');
  const variables = lambda?.blockOrEmpty('environment').textTable('variables');
  const text = variables === undefined || isUnknown(variables) ? variables : variables[VARIABLE];
  return text === undefined || isUnknown(text) ? text : parse(text);
}

/** Undefined: it is a variable of the same name that someone else means something else by. */
function parse(text: string): GroupScopes | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isMapping(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isMapping = (value: unknown): value is GroupScopes =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((scopes) => Array.isArray(scopes) && scopes.every((scope) => typeof scope === 'string'));
