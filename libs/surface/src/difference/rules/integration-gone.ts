import { own } from '../../own';
import type { PlannedChange } from '../../changes/planned-change';
import { nameOfChange } from '../../changes/name-of-change';
import { differenceRule } from '../../findings/rule';

/** What is at one place of an API; a new one overwrites the old. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  aws_api_gateway_integration: ['rest_api_id', 'resource_id', 'http_method'],
  aws_api_gateway_integration_response: ['rest_api_id', 'resource_id', 'http_method', 'status_code'],
};

export const integrationGone = differenceRule({
  id: 'integration-gone',
  severity: 'medium',
  title: 'Integration gone until the second apply',
  why: 'A method has one integration. Replaced in the order of create_before_destroy, which the deployment passes on, the new one overwrites the old, and then Terraform deletes the old: the method has none, and no deployment succeeds before the next apply.',
  remediation:
    'Apply twice. To converge in one apply, let the deployment not depend on the integration, or keep the arguments that replace it.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteIntegration.html',
  find: ({ changes }) =>
    changes.flatMap((change) => {
      const place = own(PLACES, change.type);
      if (place === undefined || change.actions.join() !== 'create,delete' || !staysAt(place, change)) return [];
      const [what, name] = [
        change.type.endsWith('_response') ? 'integration response' : 'integration',
        nameOfChange(change),
      ];
      return [
        {
          at: change,
          subject: `${what} ${name}`,
          message: `After the apply its method has no ${what}: Terraform makes the new one and then deletes it.`,
          before: 'there',
          after: 'gone until the next apply',
        },
      ];
    }),
});

const staysAt = (place: readonly string[], { before, after }: PlannedChange): boolean =>
  place.every((name) => typeof before?.[name] === 'string' && before[name] === after?.[name]);
