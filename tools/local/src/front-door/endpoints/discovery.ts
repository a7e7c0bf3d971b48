import { type Handler } from '../context';
import { ANY_ORIGIN, json } from './json';

const PUBLIC = { 'Cache-Control': 'max-age=60' };

/** `GET /<pool>/.well-known/jwks.json`: every key that signs tokens of the pool. */
export const jwks: Handler = async ({ emulator }) => ({
  status: 200,
  headers: { 'Content-Type': 'application/json', ...ANY_ORIGIN, ...PUBLIC },
  body: await emulator.wellKnown('jwks.json'),
});

/**
 * `GET /<pool>/.well-known/openid-configuration`. The issuer is AWS's, as in every token; what a client calls is on this machine.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoints.html
 */
export const openidConfiguration: Handler = async ({ emulator, pool, request: { origin } }) => {
  const configuration = JSON.parse(await emulator.wellKnown('openid-configuration')) as object;
  return json(200, { ...configuration, jwks_uri: `${origin}/${pool.id}/.well-known/jwks.json` }, PUBLIC);
};
