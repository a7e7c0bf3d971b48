import { titleOf } from '../../access/route';
import type { Integration, IntegrationResponse, Unknown } from '../../model';
import { isUnknown } from '../../model/value';
import { refusalRule } from '../../findings/rule';
import { violationsAt } from '../../findings/violations';

export const integrationResponseMissing = refusalRule({
  id: 'integration-response-missing',
  severity: 'high',
  title: 'Integration whose success nothing answers',
  why: 'Of an integration that is no proxy, an integration response makes the answer: one without a selection pattern, or one whose pattern matches. Where none does, API Gateway accepts the API and answers every request with 500.',
  remediation: 'Add an integration response without a selection pattern, and its method response.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-integration-settings-integration-response.html',
  find: ({ apis }) =>
    apis
      .filter(({ managed, complete, strayResponses }) => managed && complete && strayResponses !== true)
      .flatMap(({ routes }) =>
        routes.flatMap((route) =>
          violationsAt(route, titleOf(route), {
            when: route.integration !== undefined && answersNothing(route.integration),
            message: `API Gateway answers ${titleOf(route)} with 500, because no integration response takes a success of the backend.`,
          }),
        ),
      ),
});

function answersNothing({ type, uri, responses }: Integration<Unknown>): boolean {
  if (isUnknown(type) || type.endsWith('_PROXY')) return false;
  if (responses.length === 0) return true;
  // What a pattern is compared with follows from a template, or from a URI that is not known yet.
  if (type === 'MOCK' || isUnknown(uri)) return false;
  const results = uri?.includes(':lambda:path/') === true ? [''] : SUCCESSES;
  return !responses.some((response) => results.some((result) => takes(response, result)));
}

const SUCCESSES = Array.from({ length: 100 }, (_, index) => String(200 + index));

function takes({ selectionPattern }: IntegrationResponse<Unknown>, result: string): boolean {
  if (selectionPattern === undefined || isUnknown(selectionPattern)) return true;
  try {
    return new RegExp(`^(?:${selectionPattern})$`, 's').test(result);
  } catch {
    // Patterns are Java's.
    return true;
  }
}
