import { policies, wholeServices } from './documents';

/** The statements of one of AWS's managed policies, by its ARN in any partition; `undefined` where they are not known here. */
export function managedPolicy(arn: string): Readonly<Record<string, unknown>> | undefined {
  const [, partition = '', path = ''] = /^arn:([\w-]+):iam::aws:policy\/(.+)$/.exec(arn) ?? [];
  const name = path.split('/').at(-1) ?? '';
  const service = Object.hasOwn(wholeServices, name) ? wholeServices[name] : undefined;
  const statements = Object.hasOwn(policies, name) ? policies[name] : undefined;
  const found = statements ?? (service ? [allow(service.split(' ').map((each) => `${each}:*`))] : undefined);
  return found && { Version: '2012-10-17', Statement: found.map((each) => inPartition(each, partition)) };
}

const allow = (Action: readonly string[]) => ({ Effect: 'Allow', Action, Resource: '*' });

const inPartition = (statement: object, partition: string): object =>
  JSON.parse(JSON.stringify(statement).replaceAll('arn:aws:', `arn:${partition}:`)) as object;
