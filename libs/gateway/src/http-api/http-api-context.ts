import { Apigatewayv2Api } from '@cdktf/provider-aws/lib/apigatewayv2-api';
import { nameInTerraform, plainText, snakeCase } from '@gatehouse/construct-kit';
import { type Construct } from 'constructs';
import { type ApiNames, checkApiName, namesInTerraform } from '../api-context';
import { checkApiId, executionArnOf } from '../existing/address';
import { reference } from '../terraform';
import { withSignedHeaders } from '../cors/signed-headers';
import { corsConfiguration, type HttpCorsOptions } from './http-cors';

/** What every part of one HTTP API shares. */
export interface HttpApiContext extends ApiNames {
  /** Reference to the API's id, within its stack. */
  readonly apiId: string;
  /** Of every resource that can have some. */
  readonly tags?: Record<string, string>;
  /** Absent: it is made elsewhere. */
  readonly api?: Apigatewayv2Api;
  /** Whether pages of other origins may call it; absent where the API is its owner's. */
  readonly pagesMayCall?: boolean;
  /** Lets pages that may call sign requests: preflights are of the whole API. Absent: the API is its owner's. */
  allowSigning?(): void;
}

export interface HttpApiOptions {
  /** Name shown in AWS, and in the names of logs. */
  readonly name: string;
  /** @default - none */
  readonly description?: string;
  /**
   * Version of the API, for people.
   * @default - none
   */
  readonly version?: string;
  /**
   * Web pages of other origins that may call the API. API Gateway answers preflights itself, and writes the headers of every
   * answer: those of the integration are dropped. A guarded `$default` or `ANY` refuses preflights: it needs an open route for them.
   * @default - none may
   */
  readonly cors?: HttpCorsOptions;
  /**
   * Addresses that callers reach it by: `ipv4`, or IPv6 as well.
   * @default 'ipv4'
   */
  readonly ipAddressType?: 'ipv4' | 'dualstack';
  /**
   * Whether no one can call `https://<api>.execute-api.<region>.amazonaws.com`, so that a domain of its own is the only way in.
   * @default false
   */
  readonly disableDefaultEndpoint?: boolean;
  /**
   * Tags of the API, its stage and its domain, beside those of the provider.
   * @default - none
   */
  readonly tags?: Readonly<Record<string, string>>;
}

/** An HTTP API that is made elsewhere. */
export interface ExistingHttpApiProps {
  /** Such as `a1b2c3d4e5`, the first part of its URL. */
  readonly apiId: string;
  /**
   * The stage that its owner made.
   * @default '$default'
   */
  readonly stageName?: string;
}

/** @throws ConstructError for a name that no log group can have, and for CORS options that browsers refuse. */
export function createHttpApi(scope: Construct, id: string, props: HttpApiOptions): HttpApiContext {
  const { cors, description, disableDefaultEndpoint = false, ipAddressType = 'ipv4', name, version } = props;
  checkApiName(scope, name);
  const tags = props.tags && { ...props.tags };
  const allowed = cors && corsConfiguration(scope, cors);
  const api = new Apigatewayv2Api(scope, 'Resource', {
    ...{ name, version, tags },
    description: description && plainText(description),
    protocolType: 'HTTP',
    // Written out: left out, AWS would keep what it has.
    disableExecuteApiEndpoint: disableDefaultEndpoint,
    ipAddressType,
    corsConfiguration: allowed,
  });
  nameInTerraform(api, snakeCase(id));
  return {
    ...namesInTerraform(id),
    ...{ api, tags },
    apiName: name,
    apiId: reference(api, 'id'),
    publicId: api.id,
    executionArn: reference(api, 'execution_arn'),
    pagesMayCall: allowed !== undefined,
    allowSigning() {
      if (allowed !== undefined) api.putCorsConfiguration(withSignedHeaders(allowed));
    },
  };
}

/** @throws ConstructError for an id that API Gateway does not make. */
export function existingHttpApi(scope: Construct, id: string, { apiId }: ExistingHttpApiProps): HttpApiContext {
  checkApiId(scope, 'apiId', apiId, 'apigatewayv2 get-apis');
  return {
    ...namesInTerraform(id),
    ...{ apiName: apiId, apiId, publicId: apiId },
    get executionArn() {
      return executionArnOf(scope, apiId);
    },
  };
}
