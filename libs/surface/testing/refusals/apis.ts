import { apiDomains } from './api-domains';
import type { RefusalCase } from './case';
import { httpApis } from './http-apis';
import { httpAuthorizers } from './http-authorizers';
import { httpIntegrations } from './http-integrations';
import { restApis } from './rest-apis';
import { restAuthorizers } from './rest-authorizers';
import { restIntegrations } from './rest-integrations';
import { restPaths } from './rest-paths';
import { restResponses } from './rest-responses';
import { restStages } from './rest-stages';

/** What API Gateway refuses. */
export const apis: readonly RefusalCase[] = [
  ...restApis,
  ...restAuthorizers,
  ...restIntegrations,
  ...restPaths,
  ...restResponses,
  ...restStages,
  ...httpApis,
  ...httpAuthorizers,
  ...httpIntegrations,
  ...apiDomains,
];
