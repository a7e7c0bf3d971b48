import type { PlannedChange } from '../changes/planned-change';
import { normalHost } from './record-target';

/** The whole name of a record, where the plan has it. */
export const nameIn = (values: PlannedChange['after'] | undefined): string => {
  const [full, name] = [values?.['fqdn'], values?.['name']];
  return normalHost(typeof full === 'string' ? full : typeof name === 'string' ? name : 'a name of the zone');
};
