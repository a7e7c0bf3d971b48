import { plainText } from '@gatehouse/construct-kit';
import { type BindingRoute, type BoundIntegration } from '../integration';
import { type Answer, boundAnswers, type ContentHandling, contentHandlings } from './answers';
import { restTimeout } from './timeout';
import { type MappedParameters, mappedParameters } from './parameters';

/** What goes to a backend, and what becomes of what it answers, where neither is handed on as it is. */
export interface MappingOptions {
  /**
   * Mapping templates of the body by content type of the request. A request without a content type is `application/json`.
   * @default - the body goes as it is
   */
  readonly requestTemplates?: Readonly<Record<string, string>>;
  /**
   * What becomes of a body for which there is no template: refused with 415, or handed on as it is. `whenNoTemplates` hands it on
   * where no template is given at all.
   * @default 'never' where there are templates, otherwise 'whenNoTemplates'
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/integration-passthrough-behaviors.html
   */
  readonly passthrough?: 'never' | 'whenNoTemplates' | 'whenNoMatch';
  /** @default - headers, query string and path of the backend are those of its URL */
  readonly parameters?: MappedParameters;
  /**
   * Whether the body of the request is made binary or text.
   * @default - as the binary media types of the API say
   */
  readonly contentHandling?: ContentHandling;
  /**
   * Milliseconds until API Gateway answers 504, from 50. More than 29000 needs a raised quota, of a regional or private API.
   * @default 29000
   */
  readonly timeoutMilliseconds?: number;
}

/** The answers of a backend that callers get, one of them for whatever no other takes. */
export type Answers = readonly [Answer, ...(readonly Answer[])];

interface BoundMapping extends Required<Pick<BoundIntegration, 'requestParameters' | 'responses'>> {
  readonly integration: Omit<BoundIntegration['integration'], 'type'>;
}

/** The part of an integration that says what is handed on. */
export function boundMapping(
  route: BindingRoute,
  options: MappingOptions & { readonly answers: readonly Answer[] },
): BoundMapping {
  const { contentHandling, parameters = {}, requestTemplates = {} } = options;
  const has = Object.keys(requestTemplates).length > 0;
  const { passthrough = has ? 'never' : 'whenNoTemplates' } = options;
  const mapped = mappedParameters(route, parameters);
  const templates = Object.entries(requestTemplates).map(([type, template]) => [type, plainText(template)]);
  return {
    integration: {
      timeoutMilliseconds: restTimeout(route, options.timeoutMilliseconds),
      passthroughBehavior: passthroughs[passthrough],
      ...(contentHandling !== undefined && { contentHandling: contentHandlings[contentHandling] }),
      ...(has && { requestTemplates: Object.fromEntries(templates) as Record<string, string> }),
      ...(Object.keys(mapped.integration).length > 0 && { requestParameters: { ...mapped.integration } }),
    },
    requestParameters: mapped.method,
    responses: boundAnswers(route, options.answers),
  };
}

const passthroughs = { never: 'NEVER', whenNoTemplates: 'WHEN_NO_TEMPLATES', whenNoMatch: 'WHEN_NO_MATCH' } as const;
