import { isUnknown } from '../../model/value';
import type { RestApi, Unknown } from '../../model';
import { nameOf } from '../../model/located';
import { refusalRule } from '../../findings/rule';
import { violationsAt } from '../../findings/violations';

export const methodSettingUnknownMethod = refusalRule({
  id: 'method-setting-unknown-method',
  severity: 'high',
  title: 'Stage settings for no method',
  why: 'Settings of a stage hold for */* or for one method by its path without the first slash and its verb: reports/{id}/GET.',
  remediation: 'Write the path and the verb of a method that the API has.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateStage.html',
  find: ({ apis }) =>
    apis.flatMap((api) => {
      const methods = methodsOf(api);
      return api.stages.flatMap((stage) =>
        stage.methodSettings.flatMap((settings) => {
          const { methodPath } = settings;
          return violationsAt(settings, `stage ${nameOf(stage)}`, {
            when: typeof methodPath === 'string' && methods !== undefined && !methods.has(decoded(methodPath)),
            message: `API Gateway refuses settings of ${String(methodPath)}, which is no method of the API.`,
            after: String(methodPath),
          });
        }),
      );
    }),
});

/** Undefined: not all of them are known; they may be in a configuration of their own. */
function methodsOf({ managed, complete, routes }: RestApi<Unknown>): ReadonlySet<string> | undefined {
  if (
    !managed ||
    !complete ||
    routes.length === 0 ||
    routes.some(({ path, method }) => isUnknown(path) || isUnknown(method))
  )
    return undefined;
  const methods = new Set(['*/*', ...VERBS.map((verb) => `*/${verb}`)]);
  for (const { path, method } of routes) {
    const bare = String(path).slice(1);
    for (const verb of method === 'ANY' ? VERBS : [String(method)]) methods.add(`${bare}/${verb}`).add(`${bare}/*`);
  }
  return methods;
}

/** API Gateway takes the slashes of a path also as a JSON pointer has them: `~1reports~1{id}/GET`. */
const decoded = (methodPath: string): string => methodPath.replace(/^~1/, '').replaceAll('~1', '/');

const VERBS = ['ANY', 'DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'];
