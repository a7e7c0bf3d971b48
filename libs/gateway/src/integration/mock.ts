import { plainText } from '@gatehouse/construct-kit';
import { originHeaders, originTemplate } from '../cors/cors';
import { type Integration } from './integration';
import { checkOwnHeaders } from './rest/own-headers';
import { escaped } from './rest/template';

/** What API Gateway answers itself. */
export interface MockIntegrationOptions {
  /** @default 200 */
  readonly status?: number;
  /**
   * What is answered, as JSON.
   * @default - an empty body
   */
  readonly body?: unknown;
  /**
   * Headers of the answer, with `Content-Type: application/json` and those of CORS.
   * @default - none
   */
  readonly headers?: Readonly<Record<string, string>>;
}

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-mock-integration.html */
export function mockIntegration(options: MockIntegrationOptions = {}): Integration {
  const { status = 200, body, headers = {} } = options;
  return {
    bind(route) {
      const known = Number.isInteger(status) && status >= 200 && status <= 599;
      route.check(known, 'a status from 200 to 599', status, 'Use the HTTP status to answer with');
      const hasBody = body !== undefined && [204, 304].includes(status);
      route.check(!hasBody, `no body with status ${status}`, body, 'HTTP has none there: remove it, or answer 200');
      checkOwnHeaders(route, headers);
      for (const [name, value] of Object.entries(headers)) {
        const writable = /^[\w-]+$/.test(name) && /^[\x20-\x26\x28-\x7E]*$/.test(value);
        const expected = 'headers of printable ASCII without single quotes';
        route.check(writable, expected, { [name]: value }, 'API Gateway cannot write it');
      }
      return {
        integration: mockOf(status),
        responses: [
          {
            statusCode: String(status),
            headers: {
              ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, `'${plainText(value)}'`])),
              ...originHeaders(route.cors),
            },
            templates: jsonTemplate(plainText(originTemplate(route.cors) + templateOf(body))),
          },
        ],
      };
    },
  };
}

/**
 * The integration that answers `status` without a backend. It reads every request body as text, binary media types or
 * not, and refuses media types other than JSON with 415; as they are by default either is an Internal Server Error.
 */
export function mockOf(status: number) {
  return {
    type: 'MOCK',
    requestTemplates: { 'application/json': JSON.stringify({ statusCode: status }) },
    contentHandling: 'CONVERT_TO_TEXT',
    passthroughBehavior: 'NEVER',
  };
}

/** A template for JSON alone; none for an empty one. */
export const jsonTemplate = (template: string): Readonly<Record<string, string>> =>
  template === '' ? {} : { 'application/json': template };

/** JSON in which the template language finds nothing of its own. */
function templateOf(body: unknown): string {
  if (body === undefined) return '';
  const json = JSON.stringify(body);
  const text = escaped(json);
  return text === json ? json : `#set($dollar = '$')#set($hash = '#')${text}`;
}
