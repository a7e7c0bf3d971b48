export { type Gateway, type GatewayOptions, startGateway } from './start-gateway';
export { type ClientSecret } from './oauth/token-endpoint';
export { createTokenSigner, type TokenSigner } from './oauth/token-signer';
export { type PoolKeys, publishedKeys } from './request/pool-keys';
export { type ApiKeyValue } from './request/usage-plans';
