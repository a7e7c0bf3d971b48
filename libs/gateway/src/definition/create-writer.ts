import { check } from '@gatehouse/construct-kit';
import { type Construct } from 'constructs';
import { type ApiContext } from '../api-context';
import { type Members } from '../openapi/document';
import type * as OpenApiModule from '../openapi/openapi-writer';
import type * as ChangeOverModule from './change-over';
import { ResourcesWriter } from './resources-writer';
import { type DefinitionKind, type DefinitionWriter } from './writer';

/* eslint-disable @typescript-eslint/no-require-imports -- an import would load them in every synthesis */

export interface DefinitionProps {
  /**
   * How the routes are written: `resources` has a plan line for each part of each; `openapi` has one body, which plans, refreshes and
   * applies with a few requests, however many routes there are, and never serves a route that was removed. Who may call what is the
   * same. Write `openapi` for a new API.
   * @default 'resources', as APIs are that were deployed without it
   */
  readonly definition?: DefinitionKind;
  /**
   * For the deployment in which an API turns from `resources` into `openapi`: the body is imported, Terraform forgets the resources, and
   * the stage goes on with the deployment that it has. Take it out afterwards, and the next deployment serves the body.
   * @default - the API is new, or written as it was
   */
  readonly definedBefore?: 'resources';
}

/**
 * @param base the document that the author has, if the API comes from one
 * @throws ConstructError when resources are said to be resources before
 */
export function createWriter(
  scope: Construct,
  api: ApiContext,
  { definition = 'resources', definedBefore }: DefinitionProps,
  base?: Members,
): DefinitionWriter {
  if (definition === 'resources') {
    check(scope, definedBefore === undefined, {
      prop: 'definedBefore',
      expected: "definition: 'openapi' beside it",
      found: "definition: 'resources'",
      fix: 'Remove it: nothing changes over',
    });
    return new ResourcesWriter(scope, api);
  }
  const { OpenApiWriter } = require('../openapi/openapi-writer') as typeof OpenApiModule;
  const writer = new OpenApiWriter(api, base);
  if (definedBefore === undefined) return writer;
  const { ChangeOver } = require('./change-over') as typeof ChangeOverModule;
  return new ChangeOver(scope, api, writer);
}
