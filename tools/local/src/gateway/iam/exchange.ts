import { type RestApi } from '@gatehouse/surface';
import { type Exchange } from '../exchange';

/** What is looked at of a request to an API of either kind. */
export interface IamExchange extends Pick<Exchange, 'fullPath' | 'path' | 'query' | 'request' | 'startedAt'> {
  readonly served: {
    readonly stage: { readonly name: string };
    readonly deployment: { readonly api: PolicedApi };
  };
}

/** HTTP APIs have no resource policy, and no types of endpoints. */
export type PolicedApi = Pick<RestApi, 'executionArn' | 'name' | 'policy'> & Partial<Pick<RestApi, 'endpointTypes'>>;
