import { Unmapped } from '../question';
import { type Access } from './dynamodb-context';

const VERBS: Readonly<Record<string, string>> = {
  delete: 'PartiQLDelete',
  exists: 'PartiQLSelect',
  insert: 'PartiQLInsert',
  select: 'PartiQLSelect',
  update: 'PartiQLUpdate',
};

/**
 * Action and table of a PartiQL statement.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ql-iam.html
 */
export function partiQl(statement: string): Access {
  const [, verb = ''] = /^\s*(\w+)/.exec(statement) ?? [];
  const action = VERBS[verb.toLowerCase()];
  const name = '"?([\\w.-]+?)"?';
  const after = verb.toLowerCase() === 'update' ? 'update' : '(?:from|into)';
  const [, table, index] = new RegExp(`\\b${after}\\s+${name}(?:\\."([\\w.-]+)")?(?=\\s|$)`, 'i').exec(statement) ?? [];
  if (action === undefined || table === undefined) throw new Unmapped(`the PartiQL statement ${statement}`);
  return { action, table, parameters: { ...(index !== undefined && { IndexName: index }) }, opaque: true };
}
