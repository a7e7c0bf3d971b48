import type { RestApi, Unknown } from '../../model';
import { nameOf } from '../../model/located';
import { refusalRule } from '../../findings/rule';
import { violationsAt } from '../../findings/violations';
import { methodsOf, VERBS } from '../methods-of';

export const methodSettingUnknownMethod = refusalRule({
  id: 'method-setting-unknown-method',
  severity: 'high',
  title: 'Stage settings for no method',
  why: 'Settings of a stage hold for */* or for one method by its path without the first slash and its verb: reports/{id}/GET.',
  remediation: 'Write the path and the verb of a method that the API has.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateStage.html',
  find: ({ apis }) =>
    apis.flatMap((api) => {
      const methods = pathsOf(api);
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

/** Undefined: not all methods of the API are known. */
function pathsOf(api: RestApi<Unknown>): ReadonlySet<string> | undefined {
  const methods = methodsOf(api);
  if (!methods) return undefined;
  const paths = new Set(['*/*', ...VERBS.map((verb) => `*/${verb}`)]);
  for (const method of methods) {
    const [path = '', verb = ''] = method.slice(1).split(' ');
    paths.add(`${path}/${verb}`).add(`${path}/*`);
  }
  return paths;
}

/** API Gateway takes the slashes of a path also as a JSON pointer has them: `~1reports~1{id}/GET`. */
const decoded = (methodPath: string): string => methodPath.replace(/^~1/, '').replaceAll('~1', '/');
