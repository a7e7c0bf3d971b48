/** The parts of a digest, and what they are in words. */
export const PART_WORDS = {
  changes: 'what is done to resources',
  deferred: 'changes that are deferred',
  outputs: 'outputs',
  status: 'checks, actions, or whether the plan is whole',
  variables: 'values of variables',
  configuration: 'what the configuration says',
  answers: 'what data sources answered',
  code: 'the code',
  providers: 'which packages of providers run',
} as const;

export type Part = keyof typeof PART_WORDS;

export const PARTS = Object.keys(PART_WORDS) as readonly Part[];
