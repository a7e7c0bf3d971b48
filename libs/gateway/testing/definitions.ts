import { type Construct } from 'constructs';
import { type RestApi, type RestApiProps } from '../src/index';
import { synthApi } from './api';

/** An API in both of its definitions: its resources, and its OpenAPI body. */
export function definitions(build: (api: RestApi, scope: Construct) => void, props: Partial<RestApiProps> = {}) {
  const openapi = synthApi(build, { ...props, definition: 'openapi' }).resource;
  return {
    resource: synthApi(build, props).resource,
    body: JSON.parse(String(openapi.aws_api_gateway_rest_api?.api?.body)) as OpenApiBody,
    /** Resources beside the body. */
    openapi,
  };
}

interface OpenApiBody {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
  readonly components: {
    readonly schemas?: Readonly<Record<string, unknown>>;
    readonly securitySchemes: Readonly<Record<string, unknown>>;
  };
}
