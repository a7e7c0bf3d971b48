import type { Review } from '../src/model/review';
import { FORMAT } from '../src/model/format';
import { HOSTILE } from './arbitrary-review';
import { aChange, anEnvironment, aFinding, aStack } from './examples';

/** Every hostile piece in every place. */
export const wholeHostileReview = (): Review => {
  const text = HOSTILE.join(' ');
  const change = aChange({
    address: text,
    action: 'replace',
    forcedBy: [text],
    attributes: [{ name: text, before: text, after: text }],
  });
  return {
    format: FORMAT,
    verdict: 'risky',
    environments: [
      anEnvironment({
        name: text,
        digest: text,
        access: [
          {
            route: text,
            api: text,
            kind: 'rest',
            before: text,
            after: text,
            effect: 'opened',
            publicReason: text,
            address: text,
          },
        ],
        findings: [
          aFinding({
            rule: text,
            subject: text,
            message: text,
            remediation: text,
            before: text,
            after: text,
            source: text,
          }),
        ],
        stacks: [
          aStack({
            name: text,
            changes: [change, { ...change, address: 'aws_x.y', uses: [text] }],
            outputs: [{ name: text, action: 'create', sensitive: true }],
            actionInvocations: [text],
          }),
        ],
      }),
    ],
  };
};
