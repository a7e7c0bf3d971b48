import { type Program } from '@gatehouse/cli-kit';

/** Files to write a review to, and what goes into them. */
export interface ReviewOptions {
  readonly markdown?: string;
  readonly html?: string;
  readonly json?: string;
  readonly sarif?: string;
  /** Where the full review is, for a comment that is too small for it. */
  readonly link?: string;
  /** A file with the key of the hashes that stand for secrets in digests. @default - what GATEHOUSE_DIGEST_KEY says */
  readonly digestKeyFile?: string;
}

/** Options of `plan-review` and `gatehouse review`. */
export const addReviewOptions = (program: Program): Program =>
  program
    .option('--markdown <file>', 'write a comment for a pull request, of at most 65,000 bytes')
    .option('--html <file>', 'write a page that opens without a server')
    .option('--json <file>', 'write the review as data (review.schema.json)')
    .option('--sarif <file>', 'write SARIF 2.1.0 for code scanning')
    .option('--link <url>', 'where the full review is, for a comment that is too small for it')
    .option('--digest-key-file <file>', 'the key that binds secrets to the digest; or GATEHOUSE_DIGEST_KEY has it')
    .exitCodes({
      0: 'everything was reviewed, and nothing risky is in it',
      1: 'something cannot be read or planned; the rest is reviewed',
      2: 'risky, or a stack is not fully reviewed',
    });
