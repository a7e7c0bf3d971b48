export {
  type FrozenApis,
  frozenApis,
  type FrozenHttpApis,
  frozenHttpApis,
  type Snapshots,
  snapshotsAt,
} from './snapshots-of';
export { type FrozenHttpRoute, type HttpSnapshot } from './http-snapshot';
export { type FrozenRoute, type Snapshot } from './snapshot';
