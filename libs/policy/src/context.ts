import { type Context, type Principal, type PolicyRequest } from './model';
import { accountIn, accountOf, entityArn } from './principal';

/** The condition keys of a request: those that it names, and those that follow from principal and resource. */
export class RequestContext {
  private readonly keys: ReadonlyMap<string, Context[string]>;

  constructor(request: PolicyRequest) {
    const all = { ...derived(request), ...lowerCased(request.context ?? {}) };
    this.keys = new Map(Object.entries(all));
  }

  /** `undefined` where the request does not have the key. */
  valuesOf(key: string): string[] | undefined {
    const value = this.keys.get(key.toLowerCase());
    return value === undefined ? undefined : list(value).map(String);
  }

  /** The value of a policy variable; keys with several values cannot be one. */
  variable = (key: string): string | undefined => {
    const value = this.keys.get(key.toLowerCase());
    return value === undefined || Array.isArray(value) ? undefined : String(value);
  };
}

/**
 * The account that owns the resource.
 *
 * @see PolicyRequest.resourceAccount
 */
export const resourceAccountOf = ({ principal, resource, resourceAccount }: PolicyRequest): string | undefined =>
  resourceAccount ?? accountIn(resource) ?? accountOf(principal);

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
function derived(request: PolicyRequest): Context {
  const { principal } = request;
  const service = principal.type === 'service';
  return {
    'aws:principalarn': entityArn(principal),
    'aws:principalaccount': accountOf(principal),
    'aws:principaltype': principalTypes[principal.type],
    'aws:principalisawsservice': service,
    'aws:principalservicename': service ? principal.service : undefined,
    'aws:username': principal.type === 'user' ? principal.arn.split('/').at(-1) : undefined,
    'aws:resourceaccount': resourceAccountOf(request),
  };
}

const principalTypes: Partial<Record<Principal['type'], string>> = {
  root: 'Account',
  user: 'User',
  session: 'AssumedRole',
  federatedUser: 'FederatedUser',
  anonymous: 'Anonymous',
};

const lowerCased = (context: Context): Context =>
  Object.fromEntries(Object.entries(context).map(([key, value]) => [key.toLowerCase(), value]));

const list = (value: NonNullable<Context[string]>) => (Array.isArray(value) ? value : [value]);
