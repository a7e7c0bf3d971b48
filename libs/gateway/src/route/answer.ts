import { type ApiGatewayIntegration } from '@cdktf/provider-aws/lib/api-gateway-integration';
import { ApiGatewayIntegrationResponse } from '@cdktf/provider-aws/lib/api-gateway-integration-response';
import { ApiGatewayMethodResponse } from '@cdktf/provider-aws/lib/api-gateway-method-response';
import { nameInTerraform } from '@gatehouse/construct-kit';
import { type Construct } from 'constructs';
import { type ApiContext } from '../api-context';
import { type BoundResponse } from '../integration/integration';
import { reference } from '../terraform';

/** What API Gateway answers when it does so itself: the declared response of the method, and what goes into it. */
export function addAnswer(
  scope: Construct,
  api: ApiContext,
  method: {
    readonly resourceId: string;
    readonly integration: ApiGatewayIntegration;
  },
  { statusCode, headers, template }: BoundResponse,
): ApiGatewayIntegrationResponse {
  const { resourceId, integration } = method;
  const name = integration.friendlyUniqueId;
  const place = {
    restApiId: api.restApiId,
    resourceId,
    // Through the integration, so that both responses wait for it.
    httpMethod: reference(integration, 'http_method'),
  };
  const declared = new ApiGatewayMethodResponse(scope, 'MethodResponse', {
    ...place,
    statusCode,
    responseParameters: Object.fromEntries(
      Object.keys(headers).map((header) => [`method.response.header.${header}`, true]),
    ),
  });
  nameInTerraform(declared, name);
  const response = new ApiGatewayIntegrationResponse(scope, 'IntegrationResponse', {
    ...place,
    statusCode: reference(declared, 'status_code'),
    responseParameters: answerHeaders(headers),
    ...(template && { responseTemplates: { 'application/json': template } }),
  });
  return nameInTerraform(response, name);
}

/** Headers of an answer as an integration response wants them. */
export function answerHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([header, value]) => [`method.response.header.${header}`, value]),
  );
}
