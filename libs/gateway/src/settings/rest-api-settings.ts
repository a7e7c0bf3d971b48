import { type ApiGatewayRestApi, type ApiGatewayRestApiConfig } from '@cdktf/provider-aws/lib/api-gateway-rest-api';
import { check, checkWholeNumber } from '@gatehouse/construct-kit';
import { Token } from 'cdktf';
import { type IConstruct } from 'constructs';
import { Endpoint } from './endpoint';

/** Of the API as a whole. */
export interface RestApiSettings {
  /**
   * Where callers reach it: regional, through CloudFront, or from VPCs only.
   * @default Endpoint.regional()
   */
  readonly endpoint?: Endpoint;
  /**
   * Whether no one can call `https://<api>.execute-api.<region>.amazonaws.com`, so that a domain of its own is the only way in.
   * @default false
   */
  readonly disableDefaultEndpoint?: boolean;
  /**
   * Content types whose bodies are bytes: `image/png`, or `*` + `/*` for all. A body of any other type is taken for text.
   * @default - none, or those of an OpenAPI document
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-payload-encodings.html
   */
  readonly binaryMediaTypes?: readonly string[];
  /**
   * Bytes from which answers are compressed for callers that take it, 0 to 10485760.
   * @default - nothing is compressed, or what an OpenAPI document says
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gzip-compression-decompression.html
   */
  readonly minimumCompressionBytes?: number;
  /**
   * Where the API key of a request is: in its `x-api-key`, or in the answer of a Lambda authorizer.
   * @default 'HEADER', or what an OpenAPI document says
   */
  readonly apiKeySource?: 'AUTHORIZER' | 'HEADER';
  /**
   * Whether an apply fails where API Gateway would import an OpenAPI body and only warn of what it leaves out.
   * @default false
   */
  readonly failOnWarnings?: boolean;
  /**
   * Tags of the API and its stage, beside those of the provider.
   * @default - none
   */
  readonly tags?: Readonly<Record<string, string>>;
}

type Written = Pick<
  ApiGatewayRestApiConfig,
  'apiKeySource' | 'binaryMediaTypes' | 'disableExecuteApiEndpoint' | 'endpointConfiguration' | 'minimumCompressionSize'
>;

/**
 * Each written out, also when it is off: left out, AWS would keep what it has.
 *
 * @throws ConstructError for a private API without VPC endpoints, for content types that are none, and for sizes that API Gateway
 * refuses.
 */
export function writtenSettings(api: IConstruct, settings: RestApiSettings): Written {
  const { apiKeySource = 'HEADER', binaryMediaTypes = [], endpoint = Endpoint.regional() } = settings;
  const { disableDefaultEndpoint = false, minimumCompressionBytes } = settings;
  checkEndpoint(api, endpoint, disableDefaultEndpoint);
  checkMediaTypes(api, binaryMediaTypes);
  if (minimumCompressionBytes !== undefined) {
    checkWholeNumber(api, minimumCompressionBytes, {
      prop: 'minimumCompressionBytes',
      min: 0,
      max: 10_485_760,
      fix: 'Leave it out to compress nothing',
    });
  }
  return {
    apiKeySource,
    binaryMediaTypes: [...binaryMediaTypes],
    disableExecuteApiEndpoint: disableDefaultEndpoint,
    endpointConfiguration: { ...endpoint },
    minimumCompressionSize: String(minimumCompressionBytes ?? -1),
  };
}

const extension = (name: string) => `x-amazon-apigateway-${name}` as const;

/** Keys of a document that are written anew; see `settingsInBody`. */
export const settingsKeys = (
  ['api-key-source', 'binary-media-types', 'endpoint-configuration', 'minimum-compression-size'] as const
).map(extension);

/** What an author's document says and the props do not: written beside the body, which Terraform would overrule. */
export function takeFromDocument(
  restApi: ApiGatewayRestApi,
  settings: RestApiSettings,
  document: Readonly<Record<string, unknown>>,
): void {
  const said = (name: string, prop: unknown): unknown => (prop === undefined ? document[extension(name)] : undefined);
  const types = said('binary-media-types', settings.binaryMediaTypes);
  if (Array.isArray(types)) restApi.binaryMediaTypes = types.map(String);
  const size = said('minimum-compression-size', settings.minimumCompressionBytes);
  if (size !== undefined) restApi.minimumCompressionSize = String(size);
  const source = said('api-key-source', settings.apiKeySource);
  if (typeof source === 'string') restApi.apiKeySource = source;
}

/**
 * The same in the words of an OpenAPI body, whose import would otherwise turn each off until Terraform has written it again.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions.html
 */
export function settingsInBody(restApi: ApiGatewayRestApi): Readonly<Record<string, unknown>> {
  const { apiKeySourceInput: source, binaryMediaTypesInput: types = [], minimumCompressionSizeInput: size } = restApi;
  const disabled = restApi.disableExecuteApiEndpointInput === true;
  const { vpcEndpointIds } = (restApi.endpointConfigurationInput ?? {}) as Partial<Endpoint>;
  return {
    ...(source === 'AUTHORIZER' && { [extension('api-key-source')]: source }),
    ...(types.length > 0 && { [extension('binary-media-types')]: types }),
    ...(size !== undefined && size !== '-1' && { [extension('minimum-compression-size')]: Number(size) }),
    ...((disabled || vpcEndpointIds) && {
      [extension('endpoint-configuration')]: {
        ...(disabled && { disableExecuteApiEndpoint: true }),
        ...(vpcEndpointIds && { vpcEndpointIds }),
      },
    }),
  };
}

function checkEndpoint(api: IConstruct, { types, vpcEndpointIds }: Endpoint, disabled: boolean): void {
  const isPrivate = types[0] === 'PRIVATE';
  check(api, !isPrivate || (vpcEndpointIds !== undefined && vpcEndpointIds.length > 0), {
    prop: 'endpoint',
    expected: 'a private API with the VPC endpoints that callers come through',
    found: vpcEndpointIds,
    fix: "Name them: Endpoint.private({ vpcEndpoints: ['vpce-0123456789abcdef0'] })",
  });
  const known = (vpcEndpointIds ?? []).filter((each) => !Token.isUnresolved(each));
  const wrong = known.find((each) => !/^vpce-[0-9a-f]+$|\$\{/.test(each));
  check(api, wrong === undefined, {
    prop: 'endpoint',
    expected: 'ids of VPC endpoints',
    found: wrong,
    fix: 'Copy them from the console of VPC: vpce-0123456789abcdef0',
  });
  check(api, !(isPrivate && disabled), {
    prop: 'disableDefaultEndpoint',
    expected: 'false for a private API',
    found: disabled,
    fix: 'VPCs reach it by its default endpoint; remove disableDefaultEndpoint',
  });
}

function checkMediaTypes(api: IConstruct, types: readonly string[]): void {
  const wrong = types.find((type) => !/^[\w.+*-]+\/[\w.+*-]+$/.test(type));
  check(api, wrong === undefined, {
    prop: 'binaryMediaTypes',
    expected: 'content types such as image/png, without parameters',
    found: wrong,
    fix: 'API Gateway compares them with the type of a body, without its charset',
  });
}
