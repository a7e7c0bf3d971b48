import { check, checkText, checkWholeNumber, isLate } from '@gatehouse/construct-kit';
import { type IConstruct } from 'constructs';

/** Which pages may call an API from a browser. */
export interface CorsOptions {
  /** Web pages that may call the API, as browsers name them: `https://app.example.com`. `*` alone is every page. */
  readonly allowOrigins: readonly string[];
  /**
   * Headers that a page may send.
   * @default Authorization and Content-Type
   */
  readonly allowHeaders?: readonly string[];
  /**
   * Headers of an answer that a page may read, beside those that browsers always show. Functions write them themselves.
   * @default - none
   */
  readonly exposeHeaders?: readonly string[];
  /**
   * Whether a page may send cookies and read the answer. Tokens in the Authorization header do not need it.
   * @default false
   */
  readonly allowCredentials?: boolean;
  /**
   * Seconds that a browser remembers a preflight, 0 to 86400. Chromium stops at 7200.
   * @default 600
   */
  readonly maxAgeSeconds?: number;
}

/** Checked options with their defaults. */
export type Cors = Required<CorsOptions>;

/**
 * @param anyOf what stands for many origins beside `*`
 * @throws ConstructError for origins that no browser sends, `*` with others or with credentials, headers that are no
 * header names or lack Authorization, and for a time that browsers refuse.
 * @see https://fetch.spec.whatwg.org/#http-cors-protocol
 */
export function checkedCors(api: IConstruct, options: CorsOptions, anyOf?: RegExp): Cors {
  const cors: Cors = {
    allowOrigins: options.allowOrigins,
    allowHeaders: options.allowHeaders ?? ['Authorization', 'Content-Type'],
    exposeHeaders: options.exposeHeaders ?? [],
    allowCredentials: options.allowCredentials ?? false,
    maxAgeSeconds: options.maxAgeSeconds ?? 600,
  };
  checkOrigins(api, cors, anyOf);
  checkHeaders(api, cors);
  checkWholeNumber(api, cors.maxAgeSeconds, {
    prop: 'cors.maxAgeSeconds',
    min: 0,
    max: 86_400,
    fix: '0 makes browsers ask before every request',
  });
  return cors;
}

/**
 * Of a REST API, whose answers name each origin and header in a text.
 *
 * @throws ConstructError for what `checkedCors` refuses, and for lists that Terraform alone knows.
 */
export function checkedRestCors(api: IConstruct, options: CorsOptions): Cors {
  for (const list of ['allowOrigins', 'allowHeaders', 'exposeHeaders'] as const) {
    check(api, !isLate(options[list]), {
      prop: `cors.${list}`,
      expected: 'a list that is known at synthesis',
      found: options[list],
      fix: 'A REST API compares each item by itself: write the list, whose items may be references, or use an HttpApi',
    });
  }
  return checkedCors(api, options);
}

/** Headers of an answer that a page of an allowed origin may read, each as a mapping expression. */
export function originHeaders(cors: Cors | undefined): Record<string, string> {
  if (cors === undefined) return {};
  const origin = cors.allowOrigins[0];
  const exposed = cors.exposeHeaders.join(',');
  return {
    'Access-Control-Allow-Origin': `'${origin}'`,
    ...(cors.allowCredentials && { 'Access-Control-Allow-Credentials': "'true'" }),
    ...(exposed !== '' && { 'Access-Control-Expose-Headers': `'${exposed}'` }),
    ...(origin !== '*' && { Vary: "'Origin'" }),
  };
}

/**
 * Mapping template that answers one of several origins with itself, compared as a whole; others get the first one,
 * which their browsers refuse. Empty for a single origin.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-override-request-response-parameters.html
 */
export function originTemplate(cors: Cors | undefined): string {
  if (cors === undefined || cors.allowOrigins.length === 1) return '';
  const anyOf = cors.allowOrigins.map((origin) => `$origin == '${origin}'`).join(' || ');
  return (
    // Browsers send the header in lower case over HTTP/2.
    `#set($origin = $input.params('Origin'))` +
    `#if(!$origin || $origin == '')#set($origin = $input.params('origin'))#end` +
    `#if(${anyOf})#set($context.responseOverride.header.Access-Control-Allow-Origin = $origin)#end`
  );
}

function checkOrigins(api: IConstruct, { allowOrigins, allowCredentials }: Cors, anyOf: RegExp | undefined): void {
  const prop = 'cors.allowOrigins';
  check(api, allowOrigins.length > 0 && new Set(allowOrigins).size === allowOrigins.length, {
    prop,
    expected: 'at least one origin, each once',
    found: allowOrigins,
    fix: 'Without pages of other origins leave out cors',
  });
  check(api, !allowOrigins.includes('*') || (allowOrigins.length === 1 && !allowCredentials), {
    prop,
    expected: '* alone, and without allowCredentials',
    found: allowOrigins,
    fix: 'Browsers refuse * with credentials, and with * no other origin means anything; name the origins',
  });
  for (const origin of allowOrigins) {
    if (anyOf?.test(origin) === true) continue;
    check(api, isLate(origin) || !/^(https:\/\/.*:443|http:\/\/.*:80)$/.test(origin), {
      prop,
      expected: 'no port that the scheme has by default',
      found: origin,
      fix: 'Browsers never send it: remove the port',
    });
    checkText(api, origin, {
      prop,
      pattern: /^\*$|^[a-z][a-z0-9+.-]*:\/\/[a-z0-9._~:[\]-]+$/,
      expected: 'a scheme and a host in lower case, without a path or a slash at the end',
      fix: 'Write it as browsers send it, such as https://app.example.com or http://localhost:3000',
    });
  }
}

function checkHeaders(api: IConstruct, { allowCredentials, allowHeaders, exposeHeaders }: Cors): void {
  check(api, !(allowCredentials && exposeHeaders.includes('*')), {
    prop: 'cors.exposeHeaders',
    expected: 'names of headers, with allowCredentials',
    found: exposeHeaders,
    fix: 'With credentials browsers read * as the name of a header: write each name',
  });
  const prop = 'cors.allowHeaders';
  for (const header of [...allowHeaders, ...exposeHeaders]) {
    checkText(api, header, {
      prop: allowHeaders.includes(header) ? prop : 'cors.exposeHeaders',
      pattern: /^[\w!#$%&*+.^`|~-]+$/,
      expected: 'names of headers',
      fix: 'Write each header as one item of the list',
    });
  }
  const sendsToken = allowHeaders.some((header) => header.toLowerCase() === 'authorization');
  check(api, sendsToken, {
    prop,
    expected: 'Authorization among them',
    found: allowHeaders,
    fix: 'Without it no page can send a token; * does not stand for it',
  });
}
