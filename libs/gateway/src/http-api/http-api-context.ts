import { Apigatewayv2Api } from '@cdktf/provider-aws/lib/apigatewayv2-api';
import { nameInTerraform, snakeCase } from '@gatehouse/construct-kit';
import { type Construct } from 'constructs';
import { checkApiName, namesInTerraform } from '../api-context';
import { checkedCors, type CorsOptions } from '../cors/cors';
import { reference } from '../terraform';

/** What every part of one HTTP API shares. */
export interface HttpApiContext {
  readonly apiName: string;
  /** Reference to the API's id, within its stack. */
  readonly apiId: string;
  /** The same for other stacks too. */
  readonly publicId: string;
  /** Reference to the ARN that permissions to call functions begin with. */
  readonly executionArn: string;
  /** Name of the API in Terraform: its construct's id in snake case. */
  readonly terraformName: string;
  /** Name in Terraform of a part of the API, unlike that of any other API in the stack. */
  partName(name: string): string;
  readonly api: Apigatewayv2Api;
}

export interface HttpApiOptions {
  /** Name shown in AWS, and in the names of logs. */
  readonly name: string;
  /** @default - none */
  readonly description?: string;
  /**
   * Web pages of other origins that may call the API. API Gateway answers preflights itself, and writes the headers of every
   * answer: those of the integration are dropped.
   * @default - none may
   */
  readonly cors?: CorsOptions;
}

/** @throws ConstructError for a name that no log group can have, and for CORS options that browsers refuse. */
export function createHttpApi(
  scope: Construct,
  id: string,
  { cors, description, name }: HttpApiOptions,
): HttpApiContext {
  checkApiName(scope, name);
  const api = new Apigatewayv2Api(scope, 'Resource', {
    name,
    description,
    protocolType: 'HTTP',
    // Written out: left out, AWS would keep what it has when a domain no longer turns it off.
    disableExecuteApiEndpoint: false,
    corsConfiguration: cors && corsConfiguration(scope, cors),
  });
  nameInTerraform(api, snakeCase(id));
  return {
    ...namesInTerraform(id),
    api,
    apiName: name,
    apiId: reference(api, 'id'),
    publicId: api.id,
    executionArn: reference(api, 'execution_arn'),
  };
}

function corsConfiguration(scope: Construct, options: CorsOptions) {
  const { allowCredentials, allowHeaders, allowOrigins, maxAgeSeconds } = checkedCors(scope, options);
  return {
    allowCredentials,
    allowHeaders: [...allowHeaders],
    allowMethods: ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'],
    allowOrigins: [...allowOrigins],
    maxAge: maxAgeSeconds,
  };
}
