import { plainText } from '@gatehouse/construct-kit';
import { originHeaders, originTemplate } from '../../cors/cors';
import { type BindingRoute, type BoundResponse } from '../integration';
import { checkOwnHeaders } from './own-headers';

/** A part of what a backend answers. Made by `ResponseValue`. */
export interface ResponseValue {
  /** In the words of API Gateway: `integration.response.header.ETag`. */
  readonly expression: string;
}

const value = (expression: string): ResponseValue => ({ expression });

/** Parts of a backend's answer for the headers of an answer. */
export const ResponseValue = {
  /** A header. */
  header: (name: string): ResponseValue => value(`integration.response.header.${name}`),
  /** What a JSON path in the body leads to, such as `order.id`. */
  body: (path: string): ResponseValue => value(`integration.response.body.${path}`),
  /** What API Gateway knows of the request, such as `requestId`. */
  context: (name: string): ResponseValue => value(`context.${name}`),
} as const;

/** What callers get, for some of what a backend answers. */
export interface Answer {
  /** The status that callers see; each once. */
  readonly status: number;
  /**
   * Regular expression for the whole status of the backend, such as `4\d{2}`; for a function, for the message of its error.
   * @default - whatever no other answer takes
   */
  readonly when?: string;
  /**
   * Headers, each a text that is always the same or a part of the backend's answer. Those of CORS are added.
   * @default - none
   */
  readonly headers?: Readonly<Record<string, string | ResponseValue>>;
  /**
   * Mapping templates of the body, by content type that the caller accepts.
   * @default - the backend's body as it is
   */
  readonly templates?: Readonly<Record<string, string>>;
  /**
   * Whether the body is made binary or text.
   * @default - as the binary media types of the API say
   */
  readonly contentHandling?: ContentHandling;
}

/**
 * Whether a body is turned into text or into bytes on its way.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-payload-encodings-workflow.html
 */
export type ContentHandling = 'text' | 'binary';

export const contentHandlings = { text: 'CONVERT_TO_TEXT', binary: 'CONVERT_TO_BINARY' } as const;

/** Answers in the words of a REST API, readable for pages that may call it. */
export function boundAnswers(route: BindingRoute, answers: readonly Answer[]): BoundResponse[] {
  checkAnswers(route, answers);
  return answers.map(({ contentHandling, headers = {}, status, templates, when }) => ({
    statusCode: String(status),
    ...(when !== undefined && { selectionPattern: plainText(when) }),
    headers: { ...writtenHeaders(route, headers), ...originHeaders(route.cors) },
    templates: withOrigin(route, templates, contentHandling),
    ...(contentHandling !== undefined && { contentHandling: contentHandlings[contentHandling] }),
  }));
}

function checkAnswers(route: BindingRoute, answers: readonly Answer[]): void {
  const others = answers.filter(({ when }) => when === undefined);
  const fix = 'Callers would get a 500 for what no answer takes: let exactly one have no `when`';
  route.check(others.length === 1, 'one answer without `when`', others.length, fix);
  const statuses = answers.map(({ status }) => status);
  const twice = statuses.find((status, index) => statuses.indexOf(status) !== index);
  route.check(twice === undefined, 'each status once', twice, 'Join their patterns by |');
  for (const status of statuses) {
    const isStatus = Number.isInteger(status) && status >= 200 && status <= 599;
    route.check(isStatus, 'a status from 200 to 599', status, 'Use the HTTP status to answer with');
  }
  for (const { when } of answers) {
    route.check(isPattern(when), 'a regular expression', when, 'Correct it; it has to match the whole text');
  }
}

function isPattern(when: string | undefined): boolean {
  try {
    return when === undefined || (when !== '' && Boolean(new RegExp(when)));
  } catch {
    return false;
  }
}

function writtenHeaders(
  route: BindingRoute,
  headers: Readonly<Record<string, string | ResponseValue>>,
): Record<string, string> {
  checkOwnHeaders(route, headers);
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => {
      const isName = /^[\w-]+$/.test(name);
      const writable = isName && (typeof value !== 'string' || /^[\x20-\x26\x28-\x7E]*$/.test(value));
      const expected = 'headers of printable ASCII without single quotes';
      route.check(writable, expected, { [name]: value }, 'API Gateway cannot write it');
      return [name, typeof value === 'string' ? `'${plainText(value)}'` : value.expression];
    }),
  );
}

/** Several origins are compared in a template, so that one is needed where there is none. */
function withOrigin(
  { check, cors }: BindingRoute,
  templates: Readonly<Record<string, string>> | undefined,
  contentHandling: ContentHandling | undefined,
): Readonly<Record<string, string>> {
  const origin = originTemplate(cors);
  if (origin === '') return literals(templates ?? {});
  const fix = 'A template chooses the origin, and templates write text: allow one origin, or answer with text';
  check(
    templates !== undefined || contentHandling !== 'binary',
    'a body of text where cors has several origins',
    'binary',
    fix,
  );
  const all = Object.entries(templates ?? { 'application/json': '$input.body' });
  return literals(Object.fromEntries(all.map(([type, template]) => [type, origin + template])));
}

const literals = (templates: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(templates).map(([type, template]) => [type, plainText(template)]));
