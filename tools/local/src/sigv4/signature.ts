import { headerOf, type HttpRequest, parametersOf } from './http-request';

/** A Signature Version 4, of the `Authorization` header or of a presigned URL. */
export interface Signature {
  readonly accessKeyId: string;
  /** `YYYYMMDD` */
  readonly day: string;
  readonly region: string;
  /** `s3`, `execute-api` */
  readonly service: string;
  /** Lower case. */
  readonly signedHeaders: readonly string[];
  readonly value: string;
  /** `YYYYMMDDTHHMMSSZ` */
  readonly time: string | undefined;
  readonly sessionToken: string | undefined;
  /** Of a presigned URL: seconds that it holds. */
  readonly expires?: number;
  readonly presigned: boolean;
}

const CREDENTIAL = /^([^/]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request$/;

/** Undefined when the request has none that can be read. */
export const readSignature = (request: Pick<HttpRequest, 'headers' | 'query'>): Signature | undefined =>
  ofHeader(request) ?? ofQuery(request.query);

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-authentication-methods.html */
function ofHeader(request: Pick<HttpRequest, 'headers'>): Signature | undefined {
  const [, list] = /^AWS4-HMAC-SHA256\s+(.*)$/.exec(headerOf(request, 'authorization') ?? '') ?? [];
  if (list === undefined) return undefined;
  const parts = Object.fromEntries(
    list.split(',').map((part): [string, string] => {
      const [name = '', ...value] = part.trim().split('=');
      return [name, value.join('=')];
    }),
  );
  return signature(parts['Credential'], parts['SignedHeaders'], parts['Signature'], {
    time: headerOf(request, 'x-amz-date') ?? compact(headerOf(request, 'date')),
    sessionToken: headerOf(request, 'x-amz-security-token'),
    presigned: false,
  });
}

function ofQuery(query: string): Signature | undefined {
  const parameters = new Map(parametersOf(query));
  if (parameters.get('X-Amz-Algorithm') !== 'AWS4-HMAC-SHA256') return undefined;
  const of = (name: string) => parameters.get(`X-Amz-${name}`);
  return signature(of('Credential'), of('SignedHeaders'), of('Signature'), {
    time: of('Date'),
    sessionToken: of('Security-Token'),
    expires: Number(of('Expires') ?? NaN),
    presigned: true,
  });
}

function signature(
  credential = '',
  headers = '',
  value = '',
  rest: Pick<Signature, 'expires' | 'presigned' | 'sessionToken' | 'time'>,
): Signature | undefined {
  const [, accessKeyId, day, region, service] = CREDENTIAL.exec(credential) ?? [];
  if (!accessKeyId || !day || !region || !service || !headers || !value) return undefined;
  return { accessKeyId, day, region, service, signedHeaders: headers.toLowerCase().split(';'), value, ...rest };
}

/** An HTTP date as `YYYYMMDDTHHMMSSZ`. */
function compact(date: string | undefined): string | undefined {
  const time = Date.parse(date ?? '');
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().replace(/[-:]|\.\d{3}/g, '');
}
