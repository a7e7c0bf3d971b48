import { nameOfChange } from '../../changes/name-of-change';
import { differenceRule, type Violation } from '../../findings/rule';
import { violationsAt } from '../../findings/violations';
import { TYPES } from '../load-balancers/model';
import { openedPaths, type OpenedPath } from '../load-balancers/opened';
import { loadBalancers } from '../load-balancers/read';
import type { Comparison } from '../comparison';

export const loadBalancerGuardLost = differenceRule({
  id: 'load-balancer-guard-lost',
  severity: 'critical',
  title: 'Load balancer no longer authenticates callers',
  why: 'A listener authenticates callers only where the rule that a request matches first says so; without it, or with on_unauthenticated_request "allow", requests reach the targets as they come.',
  remediation: 'Restore the authenticate action, and put it before every rule that forwards to the same targets.',
  page: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html',
  find: (comparison) => {
    const [was, now] = [loadBalancers(comparison, 'before').paths, loadBalancers(comparison, 'after').paths];
    return [...openedPaths(was, now).map(violationOf), ...channels(comparison)];
  },
});

function violationOf({ path, skipped }: OpenedPath): Violation {
  const who = path.public ? 'Anyone on the internet' : 'Anyone in the private network';
  const name = nameOfChange(path.at);
  const bypassed =
    skipped === undefined ? '' : `, to the targets that ${nameOfChange(skipped.at)} asks callers to sign in for`;
  return {
    at: path.at,
    subject: `listener ${name}`,
    message: `${who} can send requests by ${name} without signing in${bypassed}.`,
    severity: path.public && skipped === undefined ? 'critical' : 'high',
    before: 'sign-in',
    after: 'none',
  };
}

/** What a listener asks of the connection itself. */
const channels = ({ changesOf }: Comparison): readonly Violation[] =>
  TYPES.listener
    .flatMap((type) => changesOf(type))
    .flatMap((change) => {
      const { before, after } = change;
      if (!before || !after) return [];
      const name = nameOfChange(change);
      const [had, has] = [before, after].map((values) => modeOf(values['mutual_authentication']));
      const [was, now] = [before['protocol'], after['protocol']];
      return violationsAt(change, `listener ${name}`, [
        {
          when: had === 'verify' && (has === 'off' || has === 'passthrough' || has === undefined),
          severity: 'high',
          message: `Callers of listener ${name} no longer need a client certificate.`,
          before: 'verify',
          after: has ?? 'off',
        },
        {
          when: (was === 'HTTPS' && now === 'HTTP') || (was === 'TLS' && now === 'TCP'),
          severity: 'high',
          message: `Requests to listener ${name} travel without TLS, with the tokens in them.`,
          before: String(was),
          after: String(now),
        },
      ]);
    });

function modeOf(blocks: unknown): string | undefined {
  const block: unknown = Array.isArray(blocks) ? blocks[0] : undefined;
  const mode = typeof block === 'object' && block !== null ? (block as Record<string, unknown>)['mode'] : undefined;
  return typeof mode === 'string' ? mode : undefined;
}
