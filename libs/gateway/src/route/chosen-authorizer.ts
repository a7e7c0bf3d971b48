import { check } from '@gatehouse/construct-kit';
import { Construct, type IConstruct } from 'constructs';

/**
 * The authorizer that a route names, otherwise the only one of the API.
 *
 * @param method that adds one to the API, for errors
 * @throws ConstructError for an API without one, for one with several of which the route names none, and for one of another API.
 */
export function chosenAuthorizer<Authorizer extends IConstruct>(
  api: IConstruct,
  key: string,
  named: Authorizer | undefined,
  authorizers: readonly Authorizer[],
  method = 'addCognitoAuthorizer',
): Authorizer {
  const paths = authorizers.map(({ node }) => node.path);
  const [first] = authorizers;
  check(api, named === undefined || authorizers.includes(named), {
    prop: `${key}, authorizer`,
    expected: `an authorizer of this API${paths.length === 0 ? ', which has none of the kind' : `: ${paths.join(', ')}`}`,
    found: named?.node.path,
    fix: `Call ${method} of this API, with the same options`,
  });
  check(api, first !== undefined, {
    prop: `${key}, auth`,
    expected: 'an authorizer that checks the caller',
    found: undefined,
    fix: `Call ${method} before the first guarded route`,
  });
  check(api, named !== undefined || authorizers.length === 1, {
    prop: `${key}, authorizer`,
    expected: `one of ${paths.join(', ')}`,
    found: named,
    fix: 'The API has several: say which of them checks the caller',
  });
  return named ?? first;
}

/** @throws ConstructError for what is no authorizer, which types exclude. */
export function checkAuthorizer(api: IConstruct, key: string, named: IConstruct | undefined): void {
  check(api, named === undefined || Construct.isConstruct(named), {
    prop: `${key}, authorizer`,
    expected: 'an authorizer of the API, as the call that adds it returns it',
    found: named,
    fix: 'Hand it over itself, not its id',
  });
}
