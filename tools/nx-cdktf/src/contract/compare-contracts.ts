import { apiDiff } from 'api-smart-diff';

/** What a change of a contract means to programs that call the API. */
export interface ContractChange {
  /** Operations that are gone, or that take less or promise less than before, a sentence each. */
  readonly breaking: readonly string[];
  /** What is new and breaks nobody. */
  readonly added: readonly string[];
}

/** @param before `openapi.json` of the base; undefined: the API is new */
export function compareContracts(before: unknown, after: unknown): ContractChange {
  if (before === undefined) return { breaking: [], added: ['[Added] the API'] };
  if (after === undefined) return { breaking: ['[Removed] the API'], added: [] };
  // Shared schemas are compared where operations use them, which says which operation is meant.
  const changes = apiDiff(before, after).filter(({ description, path }) => description && path[0] !== 'components');
  const of = (type: string): string[] => [
    ...new Set(changes.filter((change) => change.type === type).map(({ description }) => description!)),
  ];
  return { breaking: of('breaking'), added: of('non-breaking').filter((text) => text.includes('operation')) };
}
