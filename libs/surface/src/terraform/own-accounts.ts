import { isUnknown } from '../model/value';
import { own } from '../own';
import type { Catalog } from './catalog';
import type { Resource } from './resource';

/** The AWS accounts that plans are for, as far as they tell. */
export interface OwnAccounts {
  /** The account of a resource: the one of its ARN, else the only one of its plan. */
  readonly of: (resource: Resource) => string | undefined;
}

const MADE = new WeakMap<Catalog, OwnAccounts>();

/** Accounts by the ARNs of what Terraform manages, and by `aws_caller_identity`. */
export function ownAccounts(catalog: Catalog): OwnAccounts {
  const known = MADE.get(catalog) ?? read(catalog);
  MADE.set(catalog, known);
  return known;
}

function read(catalog: Catalog): OwnAccounts {
  const managed = new Map<number, Set<string>>();
  const roles = new Map<number, Set<string>>();
  const callers = new Map<number, Set<string>>();
  for (const resource of catalog.all) {
    if (resource.type === 'aws_caller_identity') add(callers, resource, text(resource, 'account_id'));
    else if (resource.mode === 'managed') {
      add(managed, resource, accountIn(arnOf(resource)));
      const role = own(ROLE_OF, resource.type);
      if (role !== undefined) add(roles, resource, accountIn(text(resource, role)));
    }
  }
  return {
    of: (resource) =>
      accountIn(arnOf(resource)) ??
      only(callers.get(resource.scope)) ??
      only(managed.get(resource.scope) ?? roles.get(resource.scope)),
  };
}

/** Of a target, `arn` is the one of what it sends to. */
const arnOf = (resource: Resource): string | undefined =>
  resource.type === 'aws_cloudwatch_event_target' ? undefined : text(resource, 'arn');

/** What runs with a role of its own account, as AWS demands: the only ARN that a new one has. */
const ROLE_OF: Readonly<Record<string, string>> = {
  aws_lambda_function: 'role',
  aws_sfn_state_machine: 'role_arn',
};

/** The account in an ARN; one of S3 has none. */
export const accountIn = (arn: string | undefined): string | undefined =>
  arn === undefined ? undefined : /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(arn)?.[1];

function add(all: Map<number, Set<string>>, { scope }: Resource, account: string | undefined): void {
  if (account === undefined) return;
  const known = all.get(scope);
  if (known) known.add(account);
  else all.set(scope, new Set([account]));
}

const only = (accounts: ReadonlySet<string> | undefined): string | undefined =>
  accounts?.size === 1 ? [...accounts][0] : undefined;

function text(resource: Resource, attribute: string): string | undefined {
  const value = resource.peek(attribute);
  return isUnknown(value) ? undefined : value;
}
