import { type Construct } from 'constructs';
import { type ApiContext } from '../api-context';
import { type Members } from '../openapi/document';
import type * as OpenApiModule from '../openapi/openapi-writer';
import { ResourcesWriter } from './resources-writer';
import { type DefinitionKind, type DefinitionWriter } from './writer';

/** @param base the document that the author has, if the API comes from one */
export function createWriter(
  scope: Construct,
  api: ApiContext,
  kind: DefinitionKind,
  base?: Members,
): DefinitionWriter {
  if (kind === 'resources') return new ResourcesWriter(scope, api);
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load it in every synthesis
  const { OpenApiWriter } = require('../openapi/openapi-writer') as typeof OpenApiModule;
  return new OpenApiWriter(api, base);
}
