import { Apigatewayv2Integration } from '@cdktf/provider-aws/lib/apigatewayv2-integration';
import { nameInTerraform } from '@gatehouse/construct-kit';
import { DataResource } from 'cdktf';
import { type Construct } from 'constructs';
import { type BoundHttpIntegration, type HttpApiIntegration } from '../integration/integration';
import { addressOf, reference } from '../terraform';
import { type HttpApiContext } from './http-api-context';

/**
 * The integrations of an API. Routes that are given the same one share it where its settings are the same: an API has 300 at most.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html
 */
export class HttpIntegrations {
  private readonly made = new Map<HttpApiIntegration, Map<string, string>>();

  constructor(private readonly api: Pick<HttpApiContext, 'apiId' | 'partName'>) {}

  /**
   * @param given what the route is given
   * @param bound its settings for the route: the verb and a role may be the route's own
   * @returns a reference to the id of the integration, which has the name of the first route with it
   */
  idOf(scope: Construct, name: string, given: HttpApiIntegration, bound: BoundHttpIntegration): string {
    const alike = this.made.get(given) ?? new Map<string, string>();
    this.made.set(given, alike);
    const settings = JSON.stringify(bound);
    const id = alike.get(settings) ?? this.add(scope, name, bound);
    alike.set(settings, id);
    return id;
  }

  private add(scope: Construct, name: string, bound: BoundHttpIntegration): string {
    const { apiId, partName } = this.api;
    const integration = new Apigatewayv2Integration(scope, 'Integration', { apiId, ...bound });
    nameInTerraform(integration, partName(name));
    const content = contentToReplace(bound);
    const trigger = content && new DataResource(scope, 'Content', { input: content });
    if (trigger) nameInTerraform(trigger, partName(name));
    integration.lifecycle = {
      // A route still leads to the old one: AWS refuses to delete it before the route leads to the new one.
      createBeforeDestroy: true,
      ...(trigger && { replaceTriggeredBy: [addressOf(trigger)] }),
    };
    return reference(integration, 'id');
  }
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
