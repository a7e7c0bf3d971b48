import type { Located, Unknown } from '../model';
import { placeOf } from '../model/located';
import { isUnknown } from '../model/value';
import { accountIn, ownAccounts } from '../terraform/own-accounts';
import type { Comparison } from './comparison';

/** What finds the account of an ARN that is another one than that of a part; undefined: the same, or not known. */
export function foreignAccounts({
  resources,
}: Pick<Comparison, 'resources'>): (part: Located, arn: string | Unknown | undefined) => string | undefined {
  const { after } = resources;
  const accounts = ownAccounts(after);
  const byPlace = new Map(after.managed(...TYPES).map((resource) => [placeOf(resource), resource]));
  return (part, arn) => {
    const account = arn === undefined || isUnknown(arn) ? undefined : accountIn(arn);
    const resource = byPlace.get(placeOf(part));
    const own = account === undefined || !resource ? undefined : accounts.of(resource);
    return own === undefined || own === account ? undefined : account;
  };
}

const TYPES = ['aws_cognito_user_pool', 'aws_cognito_identity_pool', 'aws_cognito_risk_configuration'];
