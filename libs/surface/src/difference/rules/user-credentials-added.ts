import type { PlannedChange } from '../../changes/planned-change';
import { differenceRule, type Violation } from '../../findings/rule';
import { severityOfCredentials } from '../../iam/credentials';
import { holderAt } from '../../iam/holders';
import type { Comparison } from '../comparison';
import { placeOf } from '../pairs';

export const userCredentialsAdded = differenceRule({
  id: 'user-credentials-added',
  severity: 'critical',
  title: 'Credentials of an IAM user added',
  why: 'Anyone who has a key or a password of a user acts as that user until it is removed; it is in the Terraform state too.',
  remediation: 'Use a role with temporary credentials, or make sure who gets the key and who can read the state.',
  page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
  find: (comparison) =>
    Object.entries(CREDENTIALS).flatMap(([type, [argument, what]]) =>
      comparison
        .changesOf(type)
        .flatMap((change) => (isAdded(change) ? found(change, argument, what, comparison) : [])),
    ),
});

/** The argument with the user, and what there is of it. */
const CREDENTIALS: Readonly<Record<string, readonly [user: string, what: string]>> = {
  aws_iam_access_key: ['user', 'an access key'],
  aws_iam_service_specific_credential: ['user_name', 'a password for a service'],
  aws_iam_user_login_profile: ['user', 'a password for the console'],
  aws_iam_user_ssh_key: ['username', 'an SSH key'],
};

const isAdded = ({ action, after, before }: PlannedChange): boolean =>
  action === 'create' ||
  action.startsWith('replace') ||
  (action === 'update' && after?.['status'] === 'Active' && before?.['status'] === 'Inactive');

function found(change: PlannedChange, argument: string, what: string, comparison: Comparison): Violation[] {
  const { after } = comparison.resources;
  const resource = after.managed(change.type).find((each) => placeOf(each) === placeOf(change));
  const user = resource && holderAt('user', resource, resource.raw(argument), after);
  if (!user) return [];
  return [
    {
      at: change,
      subject: `user ${user.name}`,
      severity: severityOfCredentials(comparison, user, 'medium'),
      message: `User ${user.name} gets ${what}: anyone who has it acts as that user.`,
    },
  ];
}
