import { type Integration, type RestApi, type RestRoute } from '@gatehouse/surface';
import { type FrozenIntegration, type FrozenIntegrationResponse, type FrozenRoute, type Snapshot } from './snapshot';

/**
 * A method as a deployment froze it.
 *
 * @param address of the method in the configuration, where it is still there
 */
export function frozenRoute(api: RestApi, route: FrozenRoute, snapshot: Snapshot, address?: string): RestRoute {
  const { method, path } = route;
  const validator = snapshot.requestValidators.find(({ id }) => id === route.requestValidatorId);
  return {
    address: address ?? `${api.address} (${method} ${path} of its deployment)`,
    method,
    path,
    resourceId: route.resourceId,
    auth: guardOf(route),
    apiKeyRequired: route.apiKeyRequired === true,
    requestParameters: route.requestParameters ?? {},
    requestModels: route.requestModels ?? {},
    ...(validator && {
      validator: {
        body: validator.validateRequestBody === true,
        parameters: validator.validateRequestParameters === true,
      },
    }),
    ...(route.integration && { integration: integrationOf(route.integration) }),
    responses: Object.values(route.methodResponses ?? {}).map(({ responseParameters, statusCode }) => ({
      statusCode: String(statusCode),
      responseParameters: responseParameters ?? {},
    })),
  };
}

/** What it does not know is no open route: an authorizer that the API does not have refuses. */
function guardOf({ authorizationScopes, authorizationType, authorizerId }: FrozenRoute): RestRoute['auth'] {
  switch (authorizationType) {
    case 'NONE':
      return { kind: 'none' };
    case 'AWS_IAM':
      return { kind: 'iam' };
    case 'COGNITO_USER_POOLS':
      return { kind: 'cognito', authorizerId: authorizerId ?? '', scopes: authorizationScopes ?? [] };
    default:
      return { kind: 'custom', authorizerId: authorizerId ?? '' };
  }
}

const integrationOf = (integration: FrozenIntegration): Integration => ({
  type: integration.type as Integration['type'],
  ...(integration.uri && { uri: integration.uri }),
  connection: integration.connectionType === 'VPC_LINK' ? 'VPC_LINK' : 'INTERNET',
  ...(integration.credentials && { credentials: integration.credentials }),
  ...(integration.tlsConfig?.insecureSkipVerification && { insecureTls: true }),
  ...(integration.httpMethod && { method: integration.httpMethod }),
  timeout: Number(integration.timeoutInMillis ?? 29_000),
  requestTemplates: integration.requestTemplates ?? {},
  requestParameters: integration.requestParameters ?? {},
  passthrough: (integration.passthroughBehavior ?? 'WHEN_NO_MATCH').toUpperCase() as Integration['passthrough'],
  ...handling(integration),
  responses: Object.values(integration.integrationResponses ?? {}).map((response) => ({
    statusCode: String(response.statusCode),
    ...(response.selectionPattern && { selectionPattern: response.selectionPattern }),
    ...handling(response),
    responseParameters: response.responseParameters ?? {},
    responseTemplates: response.responseTemplates ?? {},
  })),
});

const handling = ({
  contentHandling,
}: Pick<FrozenIntegrationResponse, 'contentHandling'>): Pick<Integration, 'contentHandling'> =>
  contentHandling ? { contentHandling: contentHandling as 'CONVERT_TO_TEXT' } : {};
