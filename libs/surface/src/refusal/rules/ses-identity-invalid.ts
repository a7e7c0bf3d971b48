import { domainToASCII } from 'node:url';
import { refusalRule } from '../../findings/rule';
import { textOf } from '../../model/value';
import { arnParts } from '../arn-parts';
import { senderViolations } from '../sender-violations';

export const sesIdentityInvalid = refusalRule({
  id: 'ses-identity-invalid',
  severity: 'high',
  title: 'Amazon SES identity that is not of the sender',
  why: 'Amazon SES sends from an address that is verified, or whose domain or a domain above it is. Cognito names the identity by its ARN, arn:aws:ses:<region>:<account>:identity/<domain or address>.',
  remediation:
    'Name the identity of the domain of the sender: verifiedDomain or identity of EmailSender.ses, identityArn of notifications (source_arn), or send from an address of that domain.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-email.html',
  find: (surface) =>
    senderViolations(surface, ({ from, identityName, sourceArn }) => {
      const written = nameOf(sourceArn);
      const identity = written ?? textOf(identityName);
      const domain = typeof from === 'string' ? domainOf(from) : undefined;
      if (typeof sourceArn === 'string' && written === undefined)
        return { message: `Cognito refuses ${sourceArn}, because it is no identity of Amazon SES.`, after: sourceArn };
      return {
        when: identity !== undefined && domain !== undefined && !mayComeFrom(identity, domain),
        message: `Cognito refuses to send from an address of ${domain} with the identity ${identity}.`,
        after: identity,
      };
    }),
});

/** The domain or address of an identity. */
function nameOf(arn: unknown): string | undefined {
  const { service, resource = '' } = arnParts(arn) ?? {};
  return service === 'ses' ? /^identity\/(.+)$/.exec(resource)?.[1] : undefined;
}

/** `Orders <no-reply@example.com>` */
const domainOf = (from: string): string | undefined => /@([^@<>\s]+)>?\s*$/.exec(from)?.[1];

function mayComeFrom(identity: string, domain: string): boolean {
  const [own, sender] = [identity.slice(identity.lastIndexOf('@') + 1), domain].map((each) => domainToASCII(each));
  return own === sender || (!identity.includes('@') && `${sender}`.endsWith(`.${own}`));
}
