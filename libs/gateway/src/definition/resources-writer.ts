import { ApiGatewayAuthorizer } from '@cdktf/provider-aws/lib/api-gateway-authorizer';
import type * as DocumentationModule from '@cdktf/provider-aws/lib/api-gateway-documentation-part';
import { ApiGatewayGatewayResponse } from '@cdktf/provider-aws/lib/api-gateway-gateway-response';
import { ApiGatewayIntegration } from '@cdktf/provider-aws/lib/api-gateway-integration';
import { ApiGatewayMethod } from '@cdktf/provider-aws/lib/api-gateway-method';
import { ApiGatewayModel } from '@cdktf/provider-aws/lib/api-gateway-model';
import { ApiGatewayRequestValidator } from '@cdktf/provider-aws/lib/api-gateway-request-validator';
import { nameInTerraform, plainText, snakeCase } from '@gatehouse/construct-kit';
import { type Construct } from 'constructs';
import { type ApiContext } from '../api-context';
import { Preflights } from '../cors/preflights';
import { addAnswers } from '../route/answer';
import { PathTree } from '../route/path-tree';
import { addressOf, reference } from '../terraform';
import { type DefinitionWriter, type WrittenRoute } from './writer';

type Parts = {
  [Part in 'authorizer' | 'documentation' | 'gatewayResponse' | 'model' | 'validator']: Parameters<
    DefinitionWriter[Part]
  >;
};

/**
 * A Terraform resource for each part of an API.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/api_gateway_method
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/api_gateway_integration
 */
export class ResourcesWriter implements DefinitionWriter {
  readonly kind = 'resources';
  private readonly paths: PathTree;
  private readonly preflights?: Preflights;
  private readonly responses = new Map<string, ApiGatewayGatewayResponse>();

  constructor(
    scope: Construct,
    private readonly api: ApiContext,
  ) {
    this.paths = new PathTree(scope, 'paths', api);
    if (api.cors !== undefined) this.preflights = new Preflights(scope, 'preflights', api, api.cors);
  }

  authorizer(...[owner, config]: Parts['authorizer']): string {
    const { identityValidationExpression: pattern } = config;
    const authorizer = new ApiGatewayAuthorizer(owner, 'Resource', {
      restApiId: this.api.restApiId,
      ...config,
      identityValidationExpression: pattern && plainText(pattern),
    });
    nameInTerraform(authorizer, this.api.partName(snakeCase(config.name)));
    return reference(authorizer, 'id');
  }

  model(...[owner, config]: Parts['model']): string {
    const model = new ApiGatewayModel(owner, 'Resource', {
      restApiId: this.api.restApiId,
      ...config,
      schema: plainText(config.schema ?? ''),
    });
    nameInTerraform(model, this.api.partName(snakeCase(config.name)));
    return reference(model, 'name');
  }

  validator(...[owner, config]: Parts['validator']): string {
    const validator = new ApiGatewayRequestValidator(owner, config.name, { restApiId: this.api.restApiId, ...config });
    nameInTerraform(validator, this.api.partName(config.name));
    return reference(validator, 'id');
  }

  gatewayResponse(...[owner, config]: Parts['gatewayResponse']): void {
    const name = config.responseType.toLowerCase();
    const known = this.responses.get(name);
    if (known !== undefined) {
      const { responseParameters = {}, responseTemplates, statusCode } = config;
      if (statusCode !== undefined) known.statusCode = statusCode;
      known.responseParameters = responseParameters;
      if (responseTemplates !== undefined) known.responseTemplates = responseTemplates;
      return;
    }
    const response = new ApiGatewayGatewayResponse(owner, name, { restApiId: this.api.restApiId, ...config });
    this.responses.set(name, nameInTerraform(response, this.api.partName(name)));
  }

  documentation(...[owner, name, { properties, ...config }]: Parts['documentation']): readonly string[] {
    const { ApiGatewayDocumentationPart } = documentationModule();
    const { restApiId } = this.api;
    const part = new ApiGatewayDocumentationPart(owner, name, {
      restApiId,
      ...config,
      properties: plainText(properties),
    });
    return [addressOf(nameInTerraform(part, this.api.partName(name)))];
  }

  route(owner: Construct, written: WrittenRoute): void {
    const { auth, binding, cacheKeys, declared, route } = written;
    if (binding === undefined) throw new Error(`${route.key}: an integration of a document has no resource`);
    const { restApiId } = this.api;
    const resourceId = this.paths.resourceId(route);
    const method = this.method(owner, resourceId, written);
    const integration = new ApiGatewayIntegration(owner, 'Integration', {
      restApiId,
      resourceId,
      httpMethod: reference(method, 'http_method'),
      ...binding.integration,
      ...(cacheKeys !== undefined && cacheKeys.length > 0 && { cacheKeyParameters: [...cacheKeys] }),
      // Left out, AWS would keep a namespace that the route no longer has.
      ...(cacheKeys !== undefined && { cacheNamespace: written.cacheNamespace ?? resourceId }),
    });
    nameInTerraform(integration, this.api.partName(route.name));
    addAnswers(owner, this.api, { resourceId, integration }, { declared, responses: binding.responses });
    this.preflights?.allow(route, resourceId, auth);
  }

  resourceId(path: string): string | undefined {
    return this.paths.idOf(path);
  }

  deployed(): undefined {
    return undefined;
  }

  private method(owner: Construct, resourceId: string, written: WrittenRoute): ApiGatewayMethod {
    const { apiKeyRequired, auth, binding, cacheKeys = [], guard, operationName, route, validation } = written;
    const requestParameters = {
      ...Object.fromEntries(cacheKeys.map((key) => [key, key.startsWith('method.request.path.')])),
      ...binding?.requestParameters,
      ...validation.requestParameters,
    };
    const method = new ApiGatewayMethod(owner, 'Resource', {
      restApiId: this.api.restApiId,
      resourceId,
      httpMethod: route.verb,
      ...(operationName !== undefined && { operationName }),
      ...(apiKeyRequired === true && { apiKeyRequired }),
      ...guard,
      ...validation,
      ...(Object.keys(requestParameters).length > 0 && { requestParameters }),
    });
    nameInTerraform(method, this.api.partName(route.name));
    // Terraform ignores this key: it is a comment that stays in the file which a reviewer reads.
    if (auth.kind === 'public') method.addOverride('//.public', auth.reason);
    if (auth.kind === 'iam' || auth.kind === 'custom') method.addOverride(`//.${auth.kind}`, auth.callers);
    return method;
  }
}

function documentationModule(): typeof DocumentationModule {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load it in every synthesis
  return require('@cdktf/provider-aws/lib/api-gateway-documentation-part') as typeof DocumentationModule;
}
