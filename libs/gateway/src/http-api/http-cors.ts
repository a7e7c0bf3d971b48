import { checkOneOf } from '@gatehouse/construct-kit';
import { type Construct } from 'constructs';
import { checkedCors, type CorsOptions } from '../cors/cors';

const methods = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'] as const;

/** Which pages may call an HTTP API from a browser. */
export interface HttpCorsOptions extends CorsOptions {
  /** Web pages that may call the API, as browsers name them. `https://*` is every page of that scheme, `*` alone every page. */
  readonly allowOrigins: readonly string[];
  /**
   * Methods that a page may use.
   * @default - every method
   */
  readonly allowMethods?: readonly (typeof methods)[number][];
  /**
   * Headers of an answer that a page may read, beside those that browsers always show.
   * @default - none
   */
  readonly exposeHeaders?: readonly string[];
}

/**
 * What the provider writes of CORS, whole: it would leave what is left out as it is.
 *
 * @throws ConstructError for options that browsers refuse.
 */
export function corsConfiguration(scope: Construct, options: HttpCorsOptions) {
  const { allowCredentials, allowHeaders, allowOrigins, maxAgeSeconds } = checkedCors(
    scope,
    options,
    /^https?:\/\/\*$/,
  );
  const { allowMethods = methods, exposeHeaders = [] } = options;
  for (const method of allowMethods) {
    checkOneOf(scope, method, { prop: 'cors.allowMethods', values: methods, fix: 'Leave it out to allow all of them' });
  }
  return {
    allowCredentials,
    allowHeaders: [...allowHeaders],
    allowMethods: [...allowMethods],
    allowOrigins: [...allowOrigins],
    exposeHeaders: [...exposeHeaders],
    maxAge: maxAgeSeconds,
  };
}
