import { type Permission } from '@gatehouse/playground/contract';
import { type Patterns, type Statement } from '@gatehouse/policy';
import { type RestApi } from '@gatehouse/surface';

/** What a statement of a policy says, in words too. */
export function permissionOf(policy: string, statement: Statement, apis: readonly RestApi[]): Permission {
  const { actions, conditions, effect, resources } = statement;
  const on = resources ? listOf(resources, 'resource', (arn) => routeIn(arn, apis) ?? arn) : ['*'];
  const facts = {
    ...{ effect, policy, actions: listOf(actions, 'action'), resources: on },
    conditions: conditions.map(({ key, name, values }) => `${key} ${name} ${values.join(' or ')}`),
  };
  return { ...facts, words: wordsOf(facts) };
}

function wordsOf({ actions, conditions, effect, resources }: Omit<Permission, 'words'>): string {
  const where = resources.length === 1 && resources[0] === '*' ? 'everything' : resources.join(', ');
  const when = conditions.length > 0 ? `, if ${conditions.join(' and ')}` : '';
  return `${effect === 'Allow' ? 'Allows' : 'Denies'} ${actions.join(', ')} on ${where}${when}.`;
}

const listOf = ({ not, patterns }: Patterns, what: string, show = (pattern: string): string => pattern): string[] =>
  not ? [`every ${what} but ${patterns.map(show).join(', ')}`] : patterns.map(show);

/** `GET /prices of api, stage local`, of the ARN of a route. */
function routeIn(arn: string, apis: readonly RestApi[]): string | undefined {
  const api = apis.find(({ executionArn }) => arn.startsWith(`${executionArn}/`));
  const [, stage, method, path] =
    /^([^/]*)\/([^/]*)(?:\/(.*))?$/.exec(arn.slice((api?.executionArn.length ?? 0) + 1)) ?? [];
  if (api === undefined || stage === undefined || method === undefined) return undefined;
  const verb = method === '*' ? 'any method' : method;
  return `${verb} ${path === '*' ? '/*' : `/${path ?? ''}`} of ${api.name}, ${stage === '*' ? 'any stage' : `stage ${stage}`}`;
}
