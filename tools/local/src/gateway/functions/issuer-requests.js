// Functions that verify tokens ask the issuer for its keys: https://cognito-idp.<region>.amazonaws.com/<pool>/.well-known/jwks.json.
// The pools are in the emulator, so those requests, and no others, go there. Plain JavaScript, as worker.js.
const http = require('node:http');
const https = require('node:https');
const { syncBuiltinESMExports } = require('node:module');

/** https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoints.html */
const ofUserPool =
  /^https:\/\/(?:issuer-)?cognito-idp\.[\w-]+\.amazonaws\.com(?:\.cn)?(?::443)?(\/[\w-]+\/\.well-known\/(?:jwks\.json|openid-configuration))$/;

/** Of the OpenID tokens of identity pools. https://docs.aws.amazon.com/cognito/latest/developerguide/open-id.html */
const ofIdentityPool =
  /^https:\/\/cognito-identity\.amazonaws\.com(?::443)?(\/\.well-known\/(?:jwks_uri|openid-configuration))$/;

/** @param emulator URL of the emulator */
function answerIssuerRequests(emulator) {
  const inEmulator = (url) => {
    const [, path] = ofUserPool.exec(url) ?? ofIdentityPool.exec(url) ?? [];
    return path && new URL(path, emulator);
  };
  const { fetch } = globalThis;
  globalThis.fetch = (input, init) => {
    const local = inEmulator(input instanceof Request ? input.url : String(input));
    return local
      ? fetch(local, input instanceof Request ? { headers: input.headers, ...init } : init)
      : fetch(input, init);
  };
  const { request } = https;
  https.request = (...args) => {
    const local = inEmulator(urlOf(args));
    return local ? http.request(local, ...withoutTls(args)) : request(...args);
  };
  https.get = (...args) => https.request(...args).end();
  // For `import { request } from 'node:https'`.
  syncBuiltinESMExports();
}

/** Of the arguments of https.request: a URL, options, or both. */
function urlOf([first, second]) {
  const options = typeof first === 'string' || first instanceof URL ? second : first;
  const base = options === first ? undefined : new URL(String(first));
  const { hostname, host, path, port } = typeof options === 'object' ? options : {};
  const name = hostname ?? host ?? base?.hostname ?? 'localhost';
  const number = port ?? base?.port;
  return `https://${name}${number ? `:${number}` : ''}${path ?? (base ? `${base.pathname}${base.search}` : '/')}`;
}

/** What is left of the arguments besides the address: method, headers and timeout, and the callback. */
function withoutTls(args) {
  const { method, headers, signal, timeout } = Object.assign({}, ...args.filter((each) => isOptions(each)));
  const callback = args.find((each) => typeof each === 'function');
  return [{ method, headers, signal, timeout }, ...(callback ? [callback] : [])];
}

const isOptions = (value) => typeof value === 'object' && value !== null && !(value instanceof URL);

module.exports = { answerIssuerRequests };
