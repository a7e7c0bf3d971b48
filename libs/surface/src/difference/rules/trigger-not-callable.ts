import type { FunctionPermission, Unknown, UserPool } from '../../model';
import { isUnknown } from '../../model/value';
import { nameOf } from '../../model/located';
import { differenceRule } from '../../findings/rule';

const COGNITO = 'cognito-idp.amazonaws.com';

export const triggerNotCallable = differenceRule({
  id: 'trigger-not-callable',
  severity: 'high',
  title: 'Trigger that Cognito may no longer call',
  why: 'Without its permission the function cannot be called, and the step that it belongs to fails for every user. The AWS provider 5.100 keeps pre_token_generation_config when it is taken out beside other triggers, and shows no change of the pool.',
  remediation:
    'Keep the permission. To remove the trigger, remove all triggers in one deployment and add the others in the next.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html',
  find: ({ functionPermissions, after }) => {
    const callable = new Set(after.functionPermissions.filter(isForCognito).map(calledFunction));
    return functionPermissions.flatMap(({ before, after: still }) => {
      const called = before && !still && isForCognito(before) ? calledFunction(before) : undefined;
      if (called === undefined || callable.has(called)) return [];
      return after.userPools
        .filter((pool) => functionsOf(pool).includes(called))
        .map((pool) => ({
          at: pool,
          subject: `user pool ${nameOf(pool)}`,
          message: `Cognito may no longer call function ${called}, which is still a trigger of ${nameOf(pool)}.`,
          before: 'allowed',
          after: 'not allowed',
        }));
    });
  },
});

const isForCognito = ({ principal }: FunctionPermission<Unknown>): boolean => principal === COGNITO;

const calledFunction = ({ functionName }: FunctionPermission<Unknown>): string | undefined =>
  isUnknown(functionName) ? undefined : nameIn(functionName);

const functionsOf = ({ triggers }: UserPool<Unknown>): readonly string[] =>
  isUnknown(triggers) ? [] : Object.values(triggers).flatMap((arn) => (isUnknown(arn) ? [] : nameIn(arn)));

/** A name, or the one in an ARN. */
const nameIn = (nameOrArn: string): string => nameOrArn.split(':')[6] ?? nameOrArn;
