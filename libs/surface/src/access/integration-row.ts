import type { HttpIntegration, Integration, Unknown } from '../model';
import { isUnknown } from '../model/value';
import { optional } from '../optional';
import type { IntegrationRow } from './route-row';
import { text } from './text';

export function integrationRow(integration: Integration<Unknown> | HttpIntegration<Unknown>): IntegrationRow {
  const { function: lambda, uri, connection } = integration;
  const target = lambda ?? (uri === undefined ? undefined : text(uri));
  return { kind: kindOf(integration), ...optional('target', target), network: text(connection) };
}

function kindOf(integration: Integration<Unknown> | HttpIntegration<Unknown>): string {
  const { type, uri, function: lambda } = integration;
  if ('subtype' in integration && integration.subtype !== undefined) return `AWS ${text(integration.subtype)}`;
  if (type === 'MOCK') return 'mock';
  if (type === 'HTTP_PROXY') return 'HTTP proxy';
  if (type === 'HTTP') return 'HTTP';
  if (type === 'AWS_PROXY') return 'Lambda proxy';
  if (type !== 'AWS') return text(type);
  const known = isUnknown(uri) ? uri.uri : uri;
  const service = /:apigateway:[^:]*:(?:[^:.]+\.)?([^:{}]+):/.exec(known ?? '')?.[1];
  return lambda !== undefined || service === 'lambda' ? 'Lambda' : `AWS ${service ?? ''}`.trim();
}
