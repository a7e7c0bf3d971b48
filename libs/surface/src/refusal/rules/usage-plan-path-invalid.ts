import { knownItems } from '../../model/lists';
import { refusalRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

export const usagePlanPathInvalid = refusalRule({
  id: 'usage-plan-path-invalid',
  severity: 'high',
  title: 'Throttle of a usage plan for no method',
  why: 'A usage plan names a method by its path and verb: /reports/{id}/GET, and //GET for the root.',
  remediation: 'Write the path with its first slash, then a slash and the verb in upper case.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/api/API_ApiStage.html',
  find: ({ usagePlans }) =>
    violations('usage plan', usagePlans, ({ stages }) =>
      knownItems(stages).flatMap(({ throttles }) =>
        knownItems(throttles).map(({ path }) => ({
          when: typeof path === 'string' && !/^\/.*\/(GET|PUT|POST|DELETE|PATCH|OPTIONS|HEAD|ANY|\*)$/.test(path),
          message: `API Gateway refuses the throttle of ${String(path)}; it must be a path and a verb, such as /reports/GET.`,
          after: String(path),
        })),
      ),
    ),
});
