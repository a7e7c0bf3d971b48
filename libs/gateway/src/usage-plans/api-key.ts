import { ApiGatewayApiKey } from '@cdktf/provider-aws/lib/api-gateway-api-key';
import { check, nameInTerraform, plainText, type Secret, snakeCase } from '@gatehouse/construct-kit';
import { Construct } from 'constructs';
import { reference } from '../terraform';

/** An API key. */
export interface ApiKeyProps {
  /** Name shown in AWS, which tells its holder. */
  readonly name: string;
  /** @default - none */
  readonly description?: string;
  /**
   * Whether requests with it are let through.
   * @default true
   */
  readonly enabled?: boolean;
  /**
   * Id of its holder in AWS Marketplace.
   * @default - none
   */
  readonly customerId?: string;
  /**
   * A secret of at least 20 characters that is the key, for one that its holder has already.
   * @default - AWS makes one
   */
  readonly value?: Secret;
  /**
   * Tags beside those of the provider.
   * @default - none
   */
  readonly tags?: Readonly<Record<string, string>>;
}

/**
 * A key that tells callers apart for the limits of a usage plan. It says nothing of who may call: routes have their guards. Its value is
 * never in code; it is in Terraform's state, and who may read the state may read the key.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/api_gateway_api_key
 * @example
 * api.addUsagePlan('partners', { quota: { limit: 10_000, period: 'MONTH' } }).addKey(new ApiKey(this, 'acme', { name: 'acme' }));
 */
export class ApiKey extends Construct {
  /** Reference to its id. */
  readonly apiKeyId: string;
  /** Name in Terraform. */
  readonly terraformName: string;
  private readonly resource: ApiGatewayApiKey;

  constructor(scope: Construct, id: string, props: ApiKeyProps) {
    super(scope, id);
    const { customerId, description, enabled = true, name, tags, value } = props;
    check(this, value === undefined || typeof value.value === 'function', {
      prop: 'value',
      expected: 'a secret by reference, such as Secret.secretsManager({ arn })',
      // The key itself belongs in no message.
      found: typeof value,
      fix: 'A key in code is known to everyone who may read the code: keep it in Secrets Manager',
    });
    this.terraformName = snakeCase(id);
    this.resource = new ApiGatewayApiKey(this, 'Resource', {
      name,
      description: plainText(description ?? ''),
      enabled,
      customerId,
      value: value?.value(this, `${this.terraformName}_key`),
      tags: tags && { ...tags },
    });
    nameInTerraform(this.resource, this.terraformName);
    this.apiKeyId = reference(this.resource, 'id');
  }

  /** The key itself, for a sensitive output. */
  get value(): string {
    return this.resource.value;
  }
}
