import { type ReportedOrphan, reportOrphans } from '../orphans/report-orphans';
import { type StackResult } from '../stack-result';
import { type Session } from './session';

/** Reports states which no stack of the environment has, when a command is about all of its stacks. They fail nothing. */
export const orphansOf = async (session: Session): Promise<StackResult[]> =>
  (await reported(session)).map(({ stack }) => ({ stack, outcome: 'orphaned' }));

/** The same for a command that looks for what Terraform does not manage. */
export const orphansAsDrift = async (session: Session): Promise<StackResult[]> =>
  (await reported(session)).map(({ stack, place, reconcile }) => ({
    stack,
    outcome: 'drift',
    drift: [{ found: `orphaned: ${place}`, reconcile }],
  }));

const reported = async (session: Session): Promise<readonly ReportedOrphan[]> =>
  session.selected.length < session.all.length ? [] : reportOrphans(session.all, session);
