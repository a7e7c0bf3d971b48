import { type ContractChanges } from './contract-changes';

/** For people: what breaks programs that call the APIs, and what is new. */
export function printContract({ apis, base, notes }: ContractChanges): string {
  const lines = apis.flatMap(({ added, api, breaking, environments }) => [
    `${api} of ${environments.join(', ')}: ${breaking.length > 0 ? 'breaks callers' : 'breaks no caller'}`,
    ...breaking.map((text) => `  breaking  ${text}`),
    ...added.map((text) => `  new       ${text}`),
  ]);
  return [
    `Contracts of APIs changed since ${base.slice(0, 12)}:`,
    ...(lines.length > 0 ? lines : ['  none']),
    ...notes.map((note) => `Note: ${note}`),
  ].join('\n');
}
