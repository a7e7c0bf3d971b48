import { type PlanJson } from '../plan-json';

/** They answer what is written in them, and ask nobody. */
const ANSWERS_ITSELF = new Set(['aws_iam_policy_document', 'aws_arn', 'aws_service_principal']);

/** Data sources whose answers a plan does not know, by address. */
export const readDuringApply = ({ resource_changes: changes = [] }: PlanJson): string[] =>
  changes
    .filter(({ mode, type, change }) => mode === 'data' && change.actions.includes('read') && !ANSWERS_ITSELF.has(type))
    .map(({ address }) => address);
