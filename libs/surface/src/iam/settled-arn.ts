import type { Unknown } from '../model';
import { isUnknown } from '../model/value';
import type { Catalog } from '../terraform/catalog';
import { ownAccounts } from '../terraform/own-accounts';
import type { Resource } from '../terraform/resource';

/** Resources of IAM that policies name by ARN, and what their ARNs are made from. */
const PARTS: Readonly<Record<string, readonly [kind: string, name: string]>> = {
  aws_iam_role: ['role', 'name'],
  aws_iam_user: ['user', 'name'],
  aws_iam_policy: ['policy', 'name'],
  aws_iam_openid_connect_provider: ['oidc-provider', 'url'],
  aws_iam_saml_provider: ['saml-provider', 'name'],
};

/** The ARN that a value will be, where it names a resource of IAM that the same plan makes. */
export function settledArn(from: Resource, value: Unknown, catalog: Catalog): string | undefined {
  const [reference, ...others] = value.references ?? [];
  if (value.sensitive || others.length > 0 || !reference?.endsWith('.arn')) return undefined;
  const target = catalog.target(from, value, Object.keys(PARTS), 'arn');
  const parts = target && PARTS[target.type];
  if (!parts) return undefined;
  const [kind, attribute] = parts;
  const known = target.peek('arn');
  if (typeof known === 'string') return known;
  const [name, path] = [target.peek(attribute), target.peek('path')];
  const account = ownAccounts(catalog).of(target);
  if (typeof name !== 'string' || account === undefined || isUnknown(path)) return undefined;
  return `arn:aws:iam::${account}:${kind}${path ?? '/'}${name.replace('https://', '')}`;
}
