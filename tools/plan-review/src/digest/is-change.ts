import type { PlannedChange } from '@gatehouse/surface';

/** Whether an apply does anything for it: reading and leaving alone are nothing, taking over and renaming are. */
export const isChange = ({ action, previousAddress, imported }: PlannedChange): boolean =>
  (action !== 'no-op' && action !== 'read') || previousAddress !== undefined || imported;
