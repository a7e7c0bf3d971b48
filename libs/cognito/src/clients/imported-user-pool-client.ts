import { formats } from '@gatehouse/checks';
import { checkText, type IUserPool, type IUserPoolClient } from '@gatehouse/construct-kit';
import { Construct } from 'constructs';

export interface ImportedUserPoolClientProps {
  /** As the Cognito console shows it. */
  readonly clientId: string;
  readonly userPool: IUserPool;
}

/** A client that is made elsewhere: nothing of it is in Terraform here. `UserPoolClient.fromId` makes it. */
export class ImportedUserPoolClient extends Construct implements IUserPoolClient {
  readonly clientId: string;
  readonly userPool: IUserPool;

  constructor(scope: Construct, id: string, { clientId, userPool }: ImportedUserPoolClientProps) {
    super(scope, id);
    checkText(this, clientId, {
      prop: 'clientId',
      fix: 'Copy it from the Cognito console; the name of a client is not its id',
      ...formats.userPoolClientId,
    });
    this.clientId = clientId;
    this.userPool = userPool;
  }
}
