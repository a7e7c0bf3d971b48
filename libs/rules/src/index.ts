import type { TeamRules } from '@gatehouse/surface/rule';

/**
 * Your team's own rules, suppressions and verdicts, and whom it trusts. They hold wherever Gatehouse's do: rules and
 * suppressions at synth, in `check` and in the plan review, the rest in the plan review.
 */
export const teamRules: TeamRules = {
  // rules: [noPaymentsWithoutMfa],
  rules: [],
  // suppressions: [{ rule: 'no-waf', stack: /^dev-/, reason: 'Reachable from the office only.' }],
  suppressions: [],
  // trusted: { accounts: ['123456789012'], organizations: ['o-a1b2c3d4e5'], issuers: ['https://login.example.com'] },
  trusted: {},
  // verdicts: { aws_db_instance: { harmless: { instance_class: 'How fast it is.' }, without: ['publicly_accessible'] } },
  verdicts: {},
};
