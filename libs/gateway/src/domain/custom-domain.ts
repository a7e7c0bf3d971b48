import { ApiGatewayBasePathMapping } from '@cdktf/provider-aws/lib/api-gateway-base-path-mapping';
import { formats } from '@gatehouse/checks';
import { checkText, nameInTerraform } from '@gatehouse/construct-kit';
import { type Construct } from 'constructs';
import { type ApiContext } from '../api-context';
import { checkPrivate } from './check-domain';
import { DomainName, type DomainNameOptions } from './domain-name';

/** A host of one's own for one API. */
export interface CustomDomainOptions extends DomainNameOptions {
  /**
   * First part of the path under the name, in place of the stage.
   * @default - the API is at the root
   */
  readonly basePath?: string;
  /**
   * Whether the API answers under this name only.
   * @default false, or true with `mutualTls`
   */
  readonly disableDefaultEndpoint?: boolean;
}

export interface CustomDomainProps extends CustomDomainOptions {
  /** Reference to the name of the stage. */
  readonly stageName: string;
}

/**
 * A domain for one stage of the API, with TLS 1.2 or newer.
 *
 * @throws ConstructError for a name and a base path that API Gateway refuses.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-regional-api-custom-domain-create.html
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/api_gateway_base_path_mapping
 */
export class CustomDomain extends DomainName {
  /** `https://api.example.com`, with the base path behind it. */
  readonly url: string;

  constructor(scope: Construct, id: string, api: ApiContext, props: CustomDomainProps) {
    super(scope, id, api.terraformName, props);
    const { basePath, disableDefaultEndpoint = false, mutualTls, name, stageName } = props;
    checkPrivate(this, 'domain.endpoint', this.types, api.restApi && api.settings?.endpoint?.types[0] === 'PRIVATE');
    checkText(this, basePath ?? 'none', {
      prop: 'domain.basePath',
      fix: 'Without basePath the API is at the root',
      ...formats.basePath,
    });
    const mapping = new ApiGatewayBasePathMapping(this, 'mapping', {
      apiId: api.restApiId,
      stageName,
      domainName: this.domainName,
      domainNameId: this.domainNameId,
      basePath,
    });
    nameInTerraform(mapping, api.terraformName);
    if ((disableDefaultEndpoint || mutualTls) && api.restApi) api.restApi.disableExecuteApiEndpoint = true;
    this.url = ['https:/', name, ...(basePath === undefined ? [] : [basePath])].join('/');
  }
}
