import { type Stack } from './stacks';

/** What a person types to take a resource over. */
export const importCommandLine = (stack: Stack, address: string, id = '<id>'): string =>
  `npx nx import-resource ${stack.app} --stack=${stack.name} --address=${quoted(address)} --id=${quoted(id)}`;

/** For a shell of POSIX: keys of `for_each` may hold quotes. */
const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;
