import { Apigatewayv2Integration } from '@cdktf/provider-aws/lib/apigatewayv2-integration';
import { nameInTerraform } from '@gatehouse/construct-kit';
import { DataResource } from 'cdktf';
import { type Construct } from 'constructs';
import { type BoundHttpIntegration } from '../integration/integration';
import { addressOf, reference } from '../terraform';
import { type HttpApiContext } from './http-api-context';

/** @returns a reference to the id of the integration */
export function addHttpIntegration(
  scope: Construct,
  api: Pick<HttpApiContext, 'apiId' | 'partName'>,
  name: string,
  bound: BoundHttpIntegration,
): string {
  const integration = new Apigatewayv2Integration(scope, 'Integration', { apiId: api.apiId, ...bound });
  nameInTerraform(integration, api.partName(name));
  const content = contentToReplace(bound);
  const trigger = content && new DataResource(scope, 'Content', { input: content });
  if (trigger) nameInTerraform(trigger, api.partName(name));
  integration.lifecycle = {
    // A route still leads to the old one: AWS refuses to delete it before the route leads to the new one.
    createBeforeDestroy: true,
    ...(trigger && { replaceTriggeredBy: [addressOf(trigger)] }),
  };
  return reference(integration, 'id');
}

/**
 * What another integration is made for when it changes, because the provider does not make the change in place: of an integration with an
 * AWS service it leaves out what did not change, which AWS refuses, and a changed answer it takes away.
 *
 * @see https://github.com/hashicorp/terraform-provider-aws/issues/22647
 * @see https://github.com/hashicorp/terraform-provider-aws/issues/50061
 */
function contentToReplace(bound: BoundHttpIntegration): Record<string, unknown> | undefined {
  if (bound.integrationSubtype !== undefined) return { ...bound };
  const { responseParameters } = bound;
  return responseParameters && { responseParameters };
}
