export { type Gateway, type GatewayOptions, startGateway } from './start-gateway';
export { type PoolKeys, publishedKeys } from './request/pool-keys';
export { type ApiKeyValue } from './request/usage-plans';
export { snapshotsAt } from './snapshots';
export { isServed } from './served-apis';
