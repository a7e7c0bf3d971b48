import { type Answer, type Exchange } from '../exchange';

/** Carries a request that may pass to its backend and brings the answer; throws a GatewayError. */
export type Integrate = (exchange: Exchange) => Promise<Answer>;
