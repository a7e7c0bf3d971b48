import { isObject } from '@gatehouse/checks';
import { Integration } from '../integration/integration';
import { type OpenApiDocument } from './document';
import { type Operation } from './operations';

/**
 * The fixed answer that an operation names: `x-gatehouse-mock: { status: 200, body: { status: ok } }`.
 *
 * @throws ConstructError for anything but a status and a body.
 */
export function mockOf(document: OpenApiDocument, { path, value }: Operation): Integration | undefined {
  const key = document.extensions.mock;
  const mock = value[key];
  if (mock === undefined) return undefined;
  const { body, status, ...others } = isObject(mock) ? mock : { others: mock };
  const known = status === undefined || typeof status === 'number';
  const whole = known && Object.keys(others).length === 0;
  document.check(whole, [...path, key], 'a status and a body, or one of them', mock, 'Remove the rest');
  return Integration.mock({ status, body });
}
