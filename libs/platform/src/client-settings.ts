import { type Environment, EnvironmentError, fieldPlace, type Problem } from '@gatehouse/environment';
import { didYouMean } from '@gatehouse/checks';
import { type App } from 'cdktf';
import { EnvironmentStack } from './environment-stack';
import { stacksIn } from './stacks-in';

/**
 * Says of each client of an environment file whether a stack declares it: settings that nothing reads are a slip.
 *
 * @throws EnvironmentError naming the place in the file, and the clients that the stacks declare.
 */
export function checkClients(app: App, environment: Environment): void {
  const stacks = stacksIn(app)
    .filter((child) => child instanceof EnvironmentStack)
    .filter((stack) => stack.environment.name === environment.name);
  const declared = new Map(stacks.flatMap((stack) => stack.declaredClients.map((name) => [name, stack.node.path])));
  const unknown = Object.keys(environment.clients).filter((name) => !declared.has(name));
  if (unknown.length === 0) return;
  throw new EnvironmentError(
    environment.name,
    unknown.map((name) => problemOf(environment, name, declared)),
  );
}

function problemOf(environment: Environment, name: string, declared: ReadonlyMap<string, string>): Problem {
  const { file, line, column } = fieldPlace(environment, `clients.${name}`) ?? { file: '' };
  const known = [...declared].map(([each, stack]) => `${each} (${stack})`).join(', ');
  return {
    file,
    line,
    column,
    path: `clients.${name}`,
    expected: known === '' ? 'no client, because no stack declares one' : `a client that a stack declares: ${known}`,
    found: `the client ${JSON.stringify(name)}, which none of the stacks in apps/${environment.name}/main.ts declares`,
    fix:
      didYouMean(name, [...declared.keys()]) ??
      `Remove it (null removes an inherited one), or declare the client in a stack: addAppClient('${name}', { scopes, settings: this.clientSettings('${name}') }).`,
  };
}
