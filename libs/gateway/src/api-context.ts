import { ApiGatewayRestApi } from '@cdktf/provider-aws/lib/api-gateway-rest-api';
import { checkText, nameInTerraform, snakeCase } from '@gatehouse/construct-kit';
import { type Construct } from 'constructs';
import { checkedCors, type Cors, type CorsOptions } from './cors/cors';
import { reference } from './terraform';

/** What every part of one API shares. */
export interface ApiContext {
  readonly restApi: ApiGatewayRestApi;
  /** Reference to the API's id. */
  readonly restApiId: string;
  /** Absent: browsers of other origins may not call the API. */
  readonly cors?: Cors;
}

interface ApiProps {
  readonly name: string;
  readonly description?: string;
  readonly cors?: CorsOptions;
}

/** @throws ConstructError for a name that no log group can have, and for CORS options that browsers refuse. */
export function createApi(scope: Construct, id: string, { name, description, cors }: ApiProps): ApiContext {
  checkText(scope, name, {
    prop: 'name',
    pattern: /^[\w.\-/#]{1,256}$/,
    expected: '1 to 256 letters, digits and . - _ / #',
    fix: 'It is part of the name of the log group, which may hold no others',
  });
  const restApi = new ApiGatewayRestApi(scope, 'Resource', {
    // Written out: left out, AWS would keep what it has when a domain no longer turns it off.
    disableExecuteApiEndpoint: false,
    name,
    description,
    endpointConfiguration: { types: ['REGIONAL'] },
  });
  nameInTerraform(restApi, snakeCase(id));
  return { restApi, restApiId: reference(restApi, 'id'), cors: cors && checkedCors(scope, cors) };
}
