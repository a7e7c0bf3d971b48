import { accessChanges } from '../src/difference/access-changes';
import { readPlans } from '../src/read-plans';

export type Values = Record<string, unknown>;

export const changeOf = (address: string, change: object, more: object = {}) => {
  const [type, name] = address.split('.');
  return { address, mode: 'managed', type, name, change: { after_unknown: {}, ...change }, ...more };
};

export const rows = (...changes: readonly object[]) =>
  accessChanges(readPlans({ api: { format_version: '1.2', resource_changes: changes } })).map(
    ({ effect, route, before, after }) => [effect, route, before, after],
  );

export const stays = (address: string, values: Values) =>
  changeOf(address, { actions: ['no-op'], before: values, after: values });
export const becomes = (address: string, before: Values, after: Values) =>
  changeOf(address, { actions: ['update'], before, after });
export const appears = (address: string, values: Values) =>
  changeOf(address, { actions: ['create'], before: null, after: values });
export const goes = (address: string, values: Values) =>
  changeOf(address, { actions: ['delete'], before: values, after: null });
