import { type Caller, type CallerOf } from '../../emulator/caller';
import { type Exchange } from '../exchange';
import { checkAccess } from './access';
import { callerIdentity } from './caller-identity';
import { signerOf } from './signature';

/**
 * AWS_IAM: the signature of a request, then the policies of whose credentials signed it.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/permissions.html
 */
export const iamGuard =
  (callerOf: CallerOf) =>
  async (exchange: Exchange): Promise<void> => {
    const caller = await signerOf(exchange, callerOf);
    exchange.caller = `role ${roleNameOf(caller)}`;
    checkAccess(exchange, caller);
    exchange.identity = callerIdentity(caller);
    exchange.signer = caller;
  };

/** `arn:aws:iam::123456789012:role/path/name` -> `name` */
export const roleNameOf = ({ principal }: Caller): string =>
  principal.roleArn.slice(principal.roleArn.lastIndexOf('/') + 1);
