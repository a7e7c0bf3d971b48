export { type FrozenApis, frozenApis, type Snapshots, snapshotsAt } from './snapshots-of';
export { type FrozenRoute, type Snapshot } from './snapshot';
