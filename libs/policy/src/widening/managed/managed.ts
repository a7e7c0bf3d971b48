import { documents } from './documents';

/** The statements of one of AWS's managed policies, by its ARN in any partition; `undefined` where they are not known here. */
export function managedPolicy(arn: string): Readonly<Record<string, unknown>> | undefined {
  const [, partition = '', path = ''] = /^arn:([\w-]+):iam::aws:policy\/(.+)$/.exec(arn) ?? [];
  const name = path.split('/').at(-1) ?? '';
  if (name === '') return undefined;
  const { policies } = documents();
  const found = Object.hasOwn(policies, name) ? policies[name] : undefined;
  return found && { Version: '2012-10-17', Statement: found.map((each) => inPartition(each, partition)) };
}

const inPartition = (statement: object, partition: string): object =>
  JSON.parse(JSON.stringify(statement).replaceAll('arn:aws:', `arn:${partition}:`)) as object;
