import { dangerous, terraform } from '../../change';
import { resource } from './names';

const LOGS = 'aws_cloudwatch_log_group';
const logs = (name: string) => resource(LOGS, name, { name: `/${name}` });

/** Plans that do not say everything. */
export const plans = [
  dangerous(
    'plan-targeted',
    'The plan is made for one resource only',
    'critical plan-incomplete',
    terraform(logs('targeted'), resource(LOGS, 'targeted', { retention_in_days: 365 }), {
      planArguments: [`-target=${LOGS}.targeted`],
    }),
  ),
  dangerous(
    'plan-errored',
    'A precondition fails, and the plan ends halfway',
    ['critical plan-errored', 'high check-failed'],
    terraform(
      logs('errored'),
      resource(LOGS, 'errored', {
        lifecycle: {
          precondition: [{ condition: '${terraform.workspace == "prod"}', error_message: 'Only in prod.' }],
        },
      }),
    ),
  ),
  dangerous(
    'check-failed',
    'A check of the code fails, which Terraform only warns of',
    'high check-failed',
    terraform(logs('checked'), {
      check: {
        kept_for_long: {
          assert: [
            { condition: `\${${LOGS}.checked.retention_in_days > 90}`, error_message: 'Logs go too soon.' },
          ],
        },
      },
    }),
  ),
];
