import { nameOf } from '../model/located';
import type { PlannedChange } from './planned-change';

/** The name of what changes, afterwards where it stays; its address where there is none. */
export const nameOfChange = ({ before, after, address }: PlannedChange): string =>
  nameOf({ name: (after ?? before)?.['name'], address });
