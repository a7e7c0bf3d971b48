import { check, checkOneOf, plainText } from '@gatehouse/construct-kit';
import { Construct } from 'constructs';
import { type Cors } from '../cors/cors';
import { errorHeaders } from '../cors/error-responses';
import { type DefinitionWriter } from '../definition/writer';
import { type GatewayResponseType, gatewayResponseTypes } from './response-types';

/** How one of API Gateway's own errors is answered. */
export interface GatewayResponseOptions {
  /**
   * Status of the answer, 400 to 599.
   * @default - that of the error
   */
  readonly statusCode?: number;
  /**
   * Headers, by name: a text, or a part of the request in the words of API Gateway, such as `{ from: 'context.requestId' }`. Those of
   * CORS are added.
   * @default - none but those of CORS
   */
  readonly headers?: Readonly<Record<string, string | { readonly from: string }>>;
  /**
   * Bodies, by content type. `$context.error.messageString` is the message of the error, in quotation marks.
   * @default - that of API Gateway: `{"message": ...}`
   */
  readonly templates?: Readonly<Record<string, string>>;
}

/**
 * How API Gateway's own errors are answered, each once. Where pages may call, each can be read by them, wherever it is written.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gatewayResponse-definition.html
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/api_gateway_gateway_response
 */
export class GatewayResponses extends Construct {
  private readonly known = new Set<GatewayResponseType>();

  constructor(
    scope: Construct,
    id: string,
    private readonly writer: DefinitionWriter,
    private readonly cors: Cors | undefined,
  ) {
    super(scope, id);
  }

  /** @throws ConstructError for an error that there is not or that has an answer, and for a status and headers that are none. */
  add(responseType: GatewayResponseType, { headers = {}, statusCode, templates }: GatewayResponseOptions): void {
    const api = this.node.scope!;
    const prop = `addGatewayResponse(${responseType})`;
    checkOneOf(api, responseType, { prop, values: gatewayResponseTypes, fix: 'API Gateway has no other errors' });
    check(api, !this.known.has(responseType), {
      prop,
      expected: 'one answer for each error',
      found: 'a second one',
      fix: 'Remove one of the two',
    });
    this.known.add(responseType);
    checkStatus(api, prop, statusCode);
    const parameters = { ...(this.cors && errorHeaders(this.cors)), ...this.parameters(prop, headers) };
    this.writer.gatewayResponse(this, {
      responseType,
      ...(statusCode !== undefined && { statusCode: String(statusCode) }),
      ...(Object.keys(parameters).length > 0 && { responseParameters: parameters }),
      ...(templates && { responseTemplates: escaped(templates) }),
    });
  }

  private parameters(prop: string, headers: NonNullable<GatewayResponseOptions['headers']>): Record<string, string> {
    const entries = Object.entries(headers).map(([name, value]) => {
      this.checkHeader(prop, name, value);
      return [
        `gatewayresponse.header.${name}`,
        typeof value === 'string' ? `'${plainText(value)}'` : value.from,
      ] as const;
    });
    return Object.fromEntries(entries);
  }

  private checkHeader(prop: string, name: string, value: string | { readonly from: string }): void {
    const api = this.node.scope!;
    const fix = 'Write it as name and value';
    check(api, /^[\w!#$%&*+.^`|~-]+$/.test(name), { prop, expected: 'names of headers', found: name, fix });
    const cors = this.cors !== undefined && /^access-control-/i.test(name);
    check(api, !cors, { prop, expected: 'headers of CORS left to cors', found: name, fix: 'Remove it, or cors' });
    const from = typeof value === 'string' ? undefined : value.from;
    check(api, from === undefined || parts.test(from), {
      prop: `${prop}, ${name}`,
      expected: "a part of the request: { from: 'context.requestId' } or { from: 'method.request.header.Origin' }",
      found: from,
      fix: 'API Gateway knows no other parts when it answers an error',
    });
    check(api, typeof value !== 'string' || !value.includes("'"), {
      prop: `${prop}, ${name}`,
      expected: 'a text without apostrophes',
      found: value,
      fix: 'API Gateway ends the text at an apostrophe',
    });
  }
}

const parts = /^(context|stageVariables|method\.request\.(header|path|querystring))\.[\w.-]+$/;

const escaped = (templates: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(templates).map(([type, template]) => [type, plainText(template)]));

function checkStatus(api: Construct, prop: string, statusCode: number | undefined): void {
  check(api, statusCode === undefined || (Number.isInteger(statusCode) && statusCode >= 400 && statusCode <= 599), {
    prop: `${prop}, statusCode`,
    expected: 'a whole number from 400 to 599',
    found: statusCode,
    fix: 'An error stays an error: clients and caches go by the status',
  });
}
