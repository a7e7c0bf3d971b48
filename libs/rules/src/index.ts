import type { TeamRules } from '@gatehouse/surface/rule';

/** Your team's own rules and suppressions. They run wherever Gatehouse's do: at synth, in `check` and in the plan review. */
export const teamRules: TeamRules = {
  // rules: [noPaymentsWithoutMfa],
  rules: [],
  // suppressions: [{ rule: 'no-waf', stack: /^dev-/, reason: 'Reachable from the office only.' }],
  suppressions: [],
};
