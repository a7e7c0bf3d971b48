import { isUnknown } from '../../model';
import { at, type DifferenceRule } from '../rule';
import { show } from '../show';

export const functionExposed: DifferenceRule = {
  id: 'function-exposed',
  severity: 'critical',
  title: 'A function can be called past the API',
  why: 'Whoever may call the function itself passes no authorizer, no throttle and no log of the API.',
  wayOut: 'Name the API as source_arn, and keep function URLs to AWS_IAM.',
  page: 'https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html',
  find: ({ functionPermissions, functionUrls }) => [
    ...functionUrls.flatMap(({ before, after }) =>
      after?.auth === 'NONE' && before?.auth !== 'NONE'
        ? [
            {
              ...at(after),
              subject: `function ${after.function ?? show(after.functionName)}`,
              message: `Anyone on the internet can call function ${after.function ?? show(after.functionName)} at its own address.`,
              before: before ? show(before.auth) : 'no address of its own',
              after: 'public',
            },
          ]
        : [],
    ),
    ...functionPermissions.flatMap(({ before, after }) => {
      if (!after || isUnknown(after.principal)) return [];
      const subject = `function ${after.function ?? show(after.functionName)}`;
      const everyone = after.principal === '*' && before?.principal !== '*';
      const anySource =
        before !== undefined &&
        isNarrow(before.sourceArn) &&
        (after.sourceArn === undefined || after.sourceArn === '*');
      if (!everyone && !anySource) return [];
      return [
        {
          ...at(after),
          subject,
          ...(everyone && after.sourceArn === undefined ? {} : { severity: 'high' as const }),
          message: everyone
            ? `Anyone with an AWS account can call ${subject}.`
            : `Everything of ${after.principal}, in any account, can call ${subject}, not only the API that it is for.`,
          before: before ? `${show(before.principal)} from ${show(before.sourceArn)}` : 'nobody',
          after: `${after.principal} from ${after.sourceArn === undefined ? 'anywhere' : show(after.sourceArn)}`,
        },
      ];
    }),
  ],
};

const isNarrow = (arn: unknown): boolean => arn !== undefined && arn !== '*';
