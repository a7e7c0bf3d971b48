import { UserError } from '@gatehouse/cli-kit';

interface Access {
  readonly user_pool_id: string;
  readonly role_arn: string;
}

/** What `addUserExport` of @gatehouse/cognito leaves in a stack's outputs. */
export interface ExportAccess extends Access {
  readonly kind: 'user-export';
  readonly key_arn: string;
}

/** What `addUserImport` of @gatehouse/cognito leaves in a stack's outputs. */
export interface ImportAccess extends Access {
  readonly kind: 'user-import';
  readonly log_role_arn: string;
}

/** Values of the outputs of an environment, by stack and name. */
export type Outputs = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/**
 * The role and the pool of an export or import.
 *
 * @param name of the output, where there are several
 * @throws UserError when the environment has none, or several and no name says which
 */
export function findAccess<Kind extends 'user-export' | 'user-import'>(
  environment: string,
  outputs: Outputs,
  kind: Kind,
  name: string | undefined,
): Extract<ExportAccess | ImportAccess, { kind: Kind }> {
  const all = accesses(outputs, kind);
  const method = kind === 'user-export' ? 'addUserExport' : 'addUserImport';
  if (all.length === 0) {
    throw new UserError(
      `"${environment}": expected a user pool with ${method}, found none that is applied. ` +
        `Add users.${method}(...) to its stack, and deploy it: docs/cognito/export-users.md.`,
    );
  }
  const chosen = name === undefined ? all : all.filter(([output]) => output === name);
  if (chosen.length === 1) return chosen[0]![1];
  const names = all.map(([output]) => output).join(', ');
  throw new UserError(
    name === undefined
      ? `"${environment}" has ${all.length} of them: say which with --name: ${names}.`
      : `--name: expected one of ${names}, found "${name}".`,
  );
}

/** All of an environment, by the name of their output. */
export const accesses = <Kind extends 'user-export' | 'user-import'>(
  outputs: Outputs,
  kind: Kind,
): readonly (readonly [string, Extract<ExportAccess | ImportAccess, { kind: Kind }>])[] =>
  Object.values(outputs)
    .flatMap((stack) => Object.entries(stack))
    .filter((entry): entry is [string, Extract<ExportAccess | ImportAccess, { kind: Kind }>] => isOf(entry[1], kind));

const isOf = (value: unknown, kind: string): boolean =>
  typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === kind;
