/** What an environment keeps of the canary of one stage: which version of the API is for whom. */
export interface CanaryRecord {
  /** The version that everyone gets. @default - nobody knows: what was deployed before the canary */
  readonly everyone?: string;
  /** Variables that the canary had when that version was given to everyone. */
  readonly variables?: Readonly<Record<string, string>>;
  /** The version that was taken back: nobody gets it. */
  readonly takenBack?: string;
}

/** By the name of the stack and the address of the stage: `dev-api`, `aws_api_gateway_stage.api`. */
export type CanaryRecords = Readonly<Record<string, Readonly<Record<string, CanaryRecord>>>>;

/** What the synthesized JSON of a stage says of its canary, below `//`. */
export interface CanaryComment {
  /** Name of the API in AWS. */
  readonly api: string;
  /** What the code says, 64 hexadecimal digits. */
  readonly version: string;
  /** Who gets it. */
  readonly audience: 'everyone' | 'some' | 'nobody';
  readonly percentTraffic: number;
  /** Variables that the canary has and the stage has not. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Addresses of its deployments, the canary's while there is one. */
  readonly deployments: { readonly everyone: string; readonly canary: string };
}
