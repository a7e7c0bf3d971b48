import { type Change } from './change';

/** Where the catalogue holds a rule. */
export interface Coverage {
  /** Changes in which it must find something. */
  readonly fires: readonly Change[];
  /** Changes that come close, in which it must find nothing. */
  readonly quiet: readonly Change[];
}

export function coverageOf(rule: string, catalogue: readonly Change[]): Coverage {
  return {
    fires: catalogue.filter(({ expected }) => expected.some((each) => each.split(' ')[1] === rule)),
    quiet: catalogue.filter(({ quiet = [] }) => quiet.some((each) => each.split(' ')[0] === rule)),
  };
}
