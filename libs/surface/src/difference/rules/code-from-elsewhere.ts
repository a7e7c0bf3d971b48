import type { PlannedChange } from '../../changes/planned-change';
import { nameOf } from '../../model/located';
import { differenceRule, type Violation } from '../../findings/rule';
import { isUnknown } from '../../model/value';
import { accountsOf, OtherAccounts } from '../../resource-policies/other-account';

export const codeFromElsewhere = differenceRule({
  id: 'code-from-elsewhere',
  severity: 'high',
  title: 'Function runs code from elsewhere',
  why: 'A layer, an image or an archive of another account is code that its owner can change, and it runs with the role of the function.',
  remediation: 'Publish the layer or image in your own account, or name its account as trusted in the policy file.',
  page: 'https://docs.aws.amazon.com/lambda/latest/dg/chapter-layers.html',
  find: (comparison) => {
    const others = new OtherAccounts(comparison);
    return comparison
      .changesOf('aws_lambda_function')
      .flatMap((change) => [...fromAccounts(change, others), ...fromBucket(change), ...unsigned(change)]);
  },
});

function fromAccounts(change: PlannedChange, others: OtherAccounts): readonly Violation[] {
  const { after, before } = change;
  if (!after) return [];
  const had = new Set([...layersOf(before), ...imageOf(before)]);
  const found = [
    ...others
      .among(
        layersOf(after).filter((account) => !had.has(account) && !PUBLISHERS.has(account)),
        change,
      )
      .map((other) => ({ ...other, what: 'a layer' })),
    ...others
      .among(
        imageOf(after).filter((account) => !had.has(account)),
        change,
      )
      .map((other) => ({ ...other, what: 'an image' })),
  ];
  return found.map(({ account, certain, what }) => ({
    ...{ at: change, subject: `function ${functionName(change)}` },
    severity: certain && before ? undefined : 'medium',
    message: `Function ${functionName(change)} runs ${what} of account ${account}.`,
    after: `account ${account}`,
  }));
}

const layersOf = (values: PlannedChange['before']): readonly string[] => accountsOf(values?.['layers']);

const imageOf = (values: PlannedChange['before']): readonly string[] => {
  const uri = values?.['image_uri'];
  return typeof uri === 'string' ? (/^(\d{12})\.dkr\.ecr\./.exec(uri)?.slice(1, 2) ?? []) : [];
};

/**
 * Publishers of layers on AWS's own pages: Powertools, Lambda Insights, AppConfig, and the OpenTelemetry distribution.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Lambda-Insights-extension-versions.html
 */
const PUBLISHERS: ReadonlySet<string> = new Set([
  '017000801446',
  '580247275435',
  '901920570463',
  '027255383542',
  '434848589818',
]);

function fromBucket(change: PlannedChange): readonly Violation[] {
  const { after, before } = change;
  const [was, now] = [before?.['s3_bucket'], after?.['s3_bucket']];
  if (typeof was !== 'string' || was === '' || now === was || now === undefined || now === null || isUnknown(now))
    return [];
  const name = functionName(change);
  return [
    {
      ...{ at: change, subject: `function ${name}`, severity: 'medium' },
      message: `Function ${name} runs code from bucket ${String(now)} in place of ${was}.`,
      remediation: 'Check who can write to that bucket.',
      ...{ before: was, after: String(now) },
    },
  ];
}

function unsigned(change: PlannedChange): readonly Violation[] {
  const { after, before } = change;
  const was = before?.['code_signing_config_arn'];
  if (typeof was !== 'string' || was === '' || !after || (after['code_signing_config_arn'] ?? '') !== '') return [];
  const name = functionName(change);
  const message = `Function ${name} takes code that is not signed.`;
  return [
    {
      ...{ at: change, subject: `function ${name}`, message, severity: 'medium', before: 'signed', after: 'any code' },
      remediation: 'Keep code_signing_config_arn.',
    },
  ];
}

const functionName = (change: PlannedChange): string =>
  nameOf({ name: (change.after ?? change.before)?.['function_name'], address: change.address });
