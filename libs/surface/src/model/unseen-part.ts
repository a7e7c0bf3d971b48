/** A part of an OpenAPI body that access depends on and of which it is not known what it says. */
export interface UnseenPart<U = never> {
  /** `its paths` */
  readonly what: string;
  readonly weight: 'guard' | 'high' | 'medium' | 'policy';
  /** Routes may be in it. Absent: there are none in it. */
  readonly routes?: true;
  /** A list: only these places in it. */
  readonly value: U | readonly U[];
}
