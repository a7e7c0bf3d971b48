import type { RestApi, UsagePlanStage, Unknown } from '../../model';
import { knownItems } from '../../model/lists';
import { placeOf } from '../../model/located';
import { refusalRule } from '../../findings/rule';
import { violations, type Found } from '../../findings/violations';
import { methodsOf } from '../methods-of';

export const usagePlanPathInvalid = refusalRule({
  id: 'usage-plan-path-invalid',
  severity: 'high',
  title: 'Throttle of a usage plan for no method',
  why: 'A usage plan limits a method by its path and verb, /reports/{id}/GET, and //GET for the root; the API must have the method.',
  remediation: 'Write the path with its first slash, then a slash and the verb in upper case, as the API has them.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/api/API_ApiStage.html',
  find: ({ apis, usagePlans }) => {
    const byPlace = new Map(apis.map((api) => [placeOf(api), api]));
    return violations('usage plan', usagePlans, (plan) =>
      knownItems(plan.stages).flatMap((stage) =>
        refused(stage, stage.api === undefined ? undefined : byPlace.get(placeOf({ ...plan, address: stage.api }))),
      ),
    );
  },
});

const PATH = /^(\/.*)\/(GET|PUT|POST|DELETE|PATCH|OPTIONS|HEAD|ANY|\*)$/;

function refused({ throttles }: UsagePlanStage<Unknown>, api: RestApi<Unknown> | undefined): readonly Found[] {
  const methods = api && methodsOf(api);
  return knownItems(throttles).flatMap(({ path }) => {
    if (typeof path !== 'string') return [];
    const [, of = '', verb = ''] = PATH.exec(path) ?? [];
    return [
      {
        when: of === '',
        message: `API Gateway refuses the throttle of ${path}; it must be a path and a verb, such as /reports/GET.`,
        after: path,
      },
      {
        when: of !== '' && verb !== '*' && methods !== undefined && !methods.has(`${of} ${verb}`),
        message: `API Gateway refuses the throttle of ${path}, which is no method of the API.`,
        after: path,
      },
    ];
  });
}
