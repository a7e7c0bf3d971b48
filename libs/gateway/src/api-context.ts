import { type ApiGatewayRestApi } from '@cdktf/provider-aws/lib/api-gateway-rest-api';
import { type Addresses } from './addresses';
import { type Cors } from './cors/cors';

/** What every part of one API shares. */
export interface ApiContext {
  readonly restApi: ApiGatewayRestApi;
  /** Reference to the API's id. */
  readonly restApiId: string;
  readonly addresses: Addresses;
  /** Absent: browsers of other origins may not call the API. */
  readonly cors?: Cors;
}
