import { differenceRule } from '../../findings/rule';
import { nameOfChange } from '../../changes/name-of-change';
import { markOf } from '../../printable/mark';
import { isUnknown } from '../../model/value';
import { isObject } from '../../terraform/unreadable';

export const answerMappingLost = differenceRule({
  id: 'answer-mapping-lost',
  severity: 'medium',
  title: 'Mapping of answers gone until the second apply',
  why: 'The AWS provider 5.100 sends an empty mapping for a status whose mappings change: after the apply answers of that status have none, neither the old nor the new. The next apply sets it.',
  remediation:
    'Apply twice, or replace the integration: lifecycle { replace_triggered_by = […] } with create_before_destroy.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-parameter-mapping.html',
  find: ({ changesOf }) =>
    changesOf('aws_apigatewayv2_integration')
      .filter(({ action }) => action === 'update')
      .flatMap((change) => {
        const [was, becomes] = [mappingsOf(change.before), mappingsOf(change.after)];
        return [...was].flatMap(([status, before]) => {
          const after = becomes.get(status);
          if (after === undefined || after === before) return [];
          return [
            {
              at: change,
              subject: `integration ${nameOfChange(change)}`,
              message: `After the apply, answers with status ${status} are passed on without a mapping.`,
              // Not the values, which may be secret.
              of: [`status ${status}`, markOf(after)],
            },
          ];
        });
      }),
});

/** Mappings by status, as text; those that are not known are left out. */
function mappingsOf(values: Readonly<Record<string, unknown>> | undefined): ReadonlyMap<string, string> {
  const blocks = values?.['response_parameters'];
  return new Map(
    (Array.isArray(blocks) ? blocks : []).flatMap((block: unknown) => {
      const { status_code: status, mappings } = isObject(block) ? block : {};
      return typeof status === 'string' && isObject(mappings) && ![mappings, ...Object.values(mappings)].some(isUnknown)
        ? [[status, textOf(mappings)] as const]
        : [];
    }),
  );
}

const textOf = (mappings: Readonly<Record<string, unknown>>): string =>
  Object.entries(mappings)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${name} = ${String(value)}`)
    .join(', ');
