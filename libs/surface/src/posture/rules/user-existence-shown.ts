import { servesUsers } from '../clients';
import { postureRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

export const userExistenceShown = postureRule({
  id: 'user-existence-shown',
  severity: 'medium',
  title: 'User existence revealed',
  why: '"User does not exist" lets anyone find out who has an account, and try passwords only there.',
  remediation: 'Leave preventUserExistenceErrors on (set prevent_user_existence_errors to ENABLED).',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-managing-errors.html',
  find: ({ clients }) =>
    violations(
      'app client',
      clients.filter((client) => client.hidesUserExistence === false && servesUsers(client)),
      'Anyone can find out who has an account.',
    ),
});
