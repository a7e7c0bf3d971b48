import { type Stack } from './stacks';

/** What a person types to take a resource over. */
export const importCommandLine = (stack: Stack, address: string, id = '<id>'): string =>
  `npx nx import-resource ${stack.app} --stack=${stack.name} --address='${address}' --id='${id}'`;
