import { own } from '../../own';
import { addedTo, knownItems } from '../../model/lists';
import { changed } from '../changed';
import { differenceRule } from '../../findings/rule';
import { show } from '../show';

/** Flows in which the password, the tokens, or nothing at all goes over the wire. */
const WEAK: Readonly<Record<string, string>> = {
  ALLOW_USER_PASSWORD_AUTH: 'by sending the password itself',
  USER_PASSWORD_AUTH: 'by sending the password itself',
  ALLOW_ADMIN_USER_PASSWORD_AUTH: 'by sending the password through a server',
  ADMIN_NO_SRP_AUTH: 'by sending the password through a server',
  ALLOW_CUSTOM_AUTH: 'with whatever the challenge Lambda functions accept',
  CUSTOM_AUTH_FLOW_ONLY: 'with whatever the challenge Lambda functions accept',
  implicit: 'with tokens in the URL, which histories and logs keep',
};

const CHOICE = 'ALLOW_USER_AUTH';
const PASSWORD = /^(ALLOW_)?USER_PASSWORD_AUTH$/;

export const authFlowWeaker = differenceRule({
  id: 'auth-flow-weaker',
  severity: 'high',
  title: 'Weaker sign-in flow allowed',
  why: 'A flow that sends the password, or tokens in a URL, exposes them to logs and proxies on the way; SRP and the code flow do not.',
  remediation: 'Use ALLOW_USER_SRP_AUTH, or managed login pages with the code flow.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html',
  sameFactAs: ['password-in-request', 'implicit-flow'],
  find: ({ clients }) =>
    changed('app client', clients, (before, after, name) => {
      const added = [...addedTo(before.authFlows, after.authFlows), ...addedTo(before.oauthFlows, after.oauthFlows)];
      const weak = new Set(added.flatMap((flow) => own(WEAK, flow) ?? []));
      const choice = added.includes(CHOICE) && !knownItems(before.authFlows).some((flow) => PASSWORD.test(flow));
      if (choice) weak.add('by choosing a first factor, of which the password itself is one');
      if (weak.size === 0) return undefined;
      return {
        severity: choice && weak.size === 1 ? 'medium' : 'high',
        message: `People can sign in to ${name} ${[...weak].join(', and ')}.`,
        before: show([before.authFlows, before.oauthFlows].flat()),
        after: show([after.authFlows, after.oauthFlows].flat()),
      };
    }),
});
