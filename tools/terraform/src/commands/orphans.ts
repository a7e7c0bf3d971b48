import { describePlace, reportOrphans } from '../orphans/report-orphans';
import { type OrphanedState } from '../orphans/find-orphans';
import { type StackResult } from '../stack-result';
import { type Session } from './session';

/** Reports states which no stack of the environment has, when a command is about all of its stacks. They fail nothing. */
export const orphansOf = async (session: Session): Promise<StackResult[]> =>
  (await reported(session)).map((orphan) => ({ stack: stackOf(orphan), outcome: 'orphaned' }));

/** The same for a command that looks for what Terraform does not manage. */
export const orphansAsDrift = async (session: Session): Promise<StackResult[]> =>
  (await reported(session)).map((orphan) => ({
    stack: stackOf(orphan),
    outcome: 'drift',
    drift: [`orphaned: ${describePlace(orphan)}`],
  }));

const reported = async (session: Session): Promise<readonly OrphanedState[]> =>
  session.selected.length < session.all.length ? [] : reportOrphans(session.all, session);

const stackOf = ({ name, neighbour }: OrphanedState): string => `${neighbour.app}-${name}`;
