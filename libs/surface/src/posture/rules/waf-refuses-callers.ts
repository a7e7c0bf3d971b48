import type { ManagedRuleGroup, Surface, Unknown } from '../../model';
import { knownItems } from '../../model/lists';
import { postureRule } from '../../findings/rule';
import { webAclViolations } from '../../findings/named-violations';

const COMMON = 'AWSManagedRulesCommonRuleSet';

export const wafRefusesCallers = postureRule({
  id: 'waf-refuses-callers',
  severity: 'medium',
  title: 'Web ACL refuses your own callers',
  why: 'Rules of AWSManagedRulesCommonRuleSet refuse an address of localhost in a query, as a sign-in with such a callback has, and requests without a User-Agent, as some programs send.',
  remediation:
    'Set EC2MetaDataSSRF_QUERYARGUMENTS or NoUserAgent_HEADER of the group to count, or let callers send what it asks for.',
  page: 'https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html',
  find: (surface) =>
    webAclViolations(surface.webAcls, ({ managedGroups = [], resource }) => [
      {
        when: stops(managedGroups, 'EC2MetaDataSSRF_QUERYARGUMENTS') && hasLocalCallback(surface, resource),
        message: 'Users of an app on localhost get 403 when they sign in.',
      },
      {
        when: stops(managedGroups, 'NoUserAgent_HEADER') && hasMachines(surface),
        severity: 'expected',
        message: 'Programs that send no User-Agent get 403.',
      },
    ]),
});

const stops = (groups: readonly ManagedRuleGroup[], rule: string): boolean =>
  groups.some(({ name, relaxed }) => name === COMMON && relaxed?.includes(rule) === false);

const hasLocalCallback = ({ clients }: Surface<Unknown>, pool: string | undefined): boolean =>
  clients.some(
    ({ userPool, callbackUrls }) =>
      userPool !== undefined &&
      userPool === pool &&
      knownItems(callbackUrls).some((url) => /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])/i.test(url)),
  );

const hasMachines = ({ clients }: Surface<Unknown>): boolean =>
  clients.some(({ oauthFlows }) => knownItems(oauthFlows).includes('client_credentials'));
