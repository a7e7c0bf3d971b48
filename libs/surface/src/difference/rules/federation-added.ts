import type { PlannedChange } from '../../changes/planned-change';
import { differenceRule, type Violation } from '../../findings/rule';
import { listOf } from '../../iam/words';
import { isUnknown, textOf } from '../../model/value';
import { shownUrl } from '../../printable/url';
import type { Comparison } from '../comparison';

export const federationAdded = differenceRule({
  id: 'federation-added',
  severity: 'high',
  title: 'Identity provider of IAM added or changed',
  why: 'Roles that trust an identity provider are assumed by those for whom it issues tokens: anyone who controls the provider, its keys or its clients decides who they are.',
  remediation:
    'Make sure that you trust the owner of the provider, and that each role that trusts it has conditions on audience and subject.',
  page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers.html',
  find: (comparison) => [
    ...comparison.changesOf('aws_iam_openid_connect_provider').flatMap((change) => openId(change, comparison)),
    ...comparison.changesOf('aws_iam_saml_provider').flatMap(saml),
    ...comparison.changesOf('aws_rolesanywhere_trust_anchor').flatMap(anchor),
    ...comparison.changesOf('aws_rolesanywhere_profile').flatMap(profile),
  ],
});

function openId(change: PlannedChange, { trusted }: Comparison): Violation[] {
  const { after, before } = change;
  const url = textOf(after?.['url']);
  const host = url === undefined ? change.address : shownUrl(url.includes('://') ? url : `https://${url}`);
  if (!after || trusted.issuers.some((issuer) => without(issuer) === without(url ?? ''))) return [];
  const at = { at: change, subject: `identity provider ${host}` };
  if (!before) {
    const message = `Roles of this account can trust tokens of ${host}.`;
    return [{ ...at, severity: 'medium', message }];
  }
  const clients = listed(after['client_id_list']).filter((each) => !listed(before['client_id_list']).includes(each));
  const found: Violation[] = [];
  if (before['url'] !== after['url'])
    found.push({ ...at, message: `Tokens of ${host} are accepted in place of those of another issuer.` });
  else if (clients.length > 0)
    found.push({
      ...at,
      message: `Tokens of ${host} for ${listOf(clients)} are accepted by roles that ask for no audience.`,
    });
  else if (change.changed.includes('thumbprint_list'))
    found.push({ ...at, severity: 'medium', message: `Another certificate stands for ${host}.` });
  return found;
}

const without = (url: string): string => url.replace(/^https:\/\//, '').replace(/\/$/, '');

function saml(change: PlannedChange): Violation[] {
  const { after, before, changed } = change;
  const name = textOf(after?.['name']) ?? change.address;
  const at = { at: change, subject: `identity provider ${name}` };
  if (!after) return [];
  if (!before)
    return [{ ...at, severity: 'medium', message: `Roles of this account can trust assertions of ${name}.` }];
  return changed.includes('saml_metadata_document')
    ? [
        {
          ...at,
          message: `Other keys sign the assertions of ${name}: anyone who has them can assume every role that trusts it.`,
        },
      ]
    : [];
}

function anchor(change: PlannedChange): Violation[] {
  const { after, before, changed } = change;
  const name = textOf(after?.['name']) ?? change.address;
  const isOpened = after?.['enabled'] === true && before?.['enabled'] === false;
  if (!after || (before && !changed.includes('source') && !isOpened)) return [];
  const message = `Anyone with a certificate of trust anchor ${name} can assume roles that trust IAM Roles Anywhere.`;
  return [{ at: change, subject: `trust anchor ${name}`, message }];
}

function profile(change: PlannedChange): Violation[] {
  const { after, before } = change;
  // One that is off gives nobody anything.
  if (!after || after['enabled'] === false) return [];
  const had = before?.['enabled'] === false ? [] : rolesIn(before?.['role_arns']);
  const added = rolesIn(after['role_arns']).filter((role) => !had.includes(role));
  if (added.length === 0) return [];
  const name = textOf(after['name']) ?? change.address;
  const message = `Anyone with a certificate of a trust anchor can get credentials of ${listOf(added)} by profile ${name}.`;
  return [{ at: change, subject: `profile ${name}`, message }];
}

/** A list that is not known may have any role. */
const rolesIn = (arns: unknown): readonly string[] =>
  isUnknown(arns)
    ? ['roles that are not known yet']
    : Array.isArray(arns)
      ? arns.map((arn) =>
          typeof arn === 'string' ? `role ${arn.replace(/^.*\//, '')}` : 'a role that is not known yet',
        )
      : [];

const listed = (value: unknown): readonly string[] =>
  isUnknown(value) || !Array.isArray(value)
    ? []
    : value.map((each) => (typeof each === 'string' ? each : 'a client that is not known'));
