import { isObject } from '@gatehouse/checks';
import { type PolicyKind } from '../model';
import { type Problems } from './problems';
import { type Place, type Statement } from './statement';

/** Who a policy names. `*` is everyone, with or without `AWS`. */
export type Named =
  | { readonly type: 'everyone' }
  | { readonly type: 'AWS' | 'Service' | 'Federated' | 'CanonicalUser'; readonly name: string };

type Kind = Exclude<Named['type'], 'everyone'>;

/** Policies of resources name principals; those of identities are for the identity that has them. */
export const ofResource = (kind: PolicyKind): boolean => kind === 'resource' || kind === 'trust';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
export function readPrincipals(
  statement: Readonly<Record<string, unknown>>,
  { at, kind }: Place,
  problems: Problems,
): Statement['principals'] {
  const names = ['Principal', 'NotPrincipal'].filter((each) => statement[each] !== undefined);
  const [present] = names;
  if (!ofResource(kind)) {
    for (const name of names) problems.add(`${at}.${name}`, 'none: the policy is for the identity that has it', name);
    return undefined;
  }
  if (present === undefined) {
    problems.add(at, 'Principal', undefined);
    return { not: false, named: [] };
  }
  if (names.length > 1) problems.add(at, 'either Principal or NotPrincipal', names);
  const not = present === 'NotPrincipal';
  if (not && statement.Effect !== 'Deny')
    problems.add(`${at}.${present}`, '"Effect": "Deny" with it', statement.Effect);
  if (not && kind === 'trust') problems.add(`${at}.${present}`, 'none in a trust policy', present);
  return { not, named: readNamed(statement[present], `${at}.${present}`, problems) };
}

function readNamed(value: unknown, at: string, problems: Problems): Named[] {
  if (value === '*') return [{ type: 'everyone' }];
  if (!isObject(value) || Object.keys(value).length === 0) {
    problems.add(at, '"*" or an object with AWS, Service, Federated or CanonicalUser', value);
    return [];
  }
  return Object.entries(value).flatMap(([type, names]) => {
    if (!isKind(type)) {
      problems.add(`${at}.${type}`, 'AWS, Service, Federated or CanonicalUser', type);
      return [];
    }
    const all: unknown[] = Array.isArray(names) ? names : [names];
    if (all.length === 0) problems.add(`${at}.${type}`, 'at least one principal', names);
    return all.flatMap((name) => readName(type, name, `${at}.${type}`, problems));
  });
}

function readName(type: Kind, name: unknown, at: string, problems: Problems): Named[] {
  if (type === 'AWS' && name === '*') return [{ type: 'everyone' }];
  if (typeof name === 'string' && name !== '' && !/[*?]/.test(name)) return [{ type, name }];
  problems.add(at, type === 'AWS' ? '"*" or a principal without wildcards' : 'a principal without wildcards', name);
  return [];
}

const isKind = (type: string): type is Kind => ['AWS', 'Service', 'Federated', 'CanonicalUser'].includes(type);
