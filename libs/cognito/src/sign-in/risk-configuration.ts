import { CognitoRiskConfiguration } from '@cdktf/provider-aws/lib/cognito-risk-configuration';
import { check, type IUserPool, type IUserPoolClient, nameInTerraform, snakeCase } from '@gatehouse/construct-kit';
import { Construct } from 'constructs';
import { checkClientOf } from '../clients/client-of-pool';
import { keepOne } from '../user-pool/one-of-each';
import { accountTakeover, type AccountTakeover } from './account-takeover';
import { type IpRanges, riskExceptions } from './ip-ranges';

/**
 * What happens when threat protection finds something. At least one of the three is given.
 * @example users.addRiskConfiguration('risks', { compromisedCredentials: { action: 'block' } })
 */
export interface RiskConfigurationOptions {
  /**
   * The client that it is for.
   * @default - every client that has none of its own
   */
  readonly client?: IUserPoolClient;
  /**
   * What happens when a password is among those that leaked elsewhere.
   * @default - nothing
   */
  readonly compromisedCredentials?: CompromisedCredentials;
  /**
   * What happens when a sign-in looks like that of an attacker.
   * @default - nothing
   */
  readonly accountTakeover?: AccountTakeover;
  /**
   * Addresses whose sign-ins are always blocked, or never.
   * @default - none
   */
  readonly ipRanges?: IpRanges;
}

/**
 * What happens when a password has leaked elsewhere.
 * @example compromisedCredentials: { action: 'block', when: ['signUp', 'passwordChange'] }
 */
export interface CompromisedCredentials {
  /** `none` writes it down and lets the person go on. */
  readonly action: 'block' | 'none';
  /**
   * When passwords are looked up.
   * @default - at each of the three
   */
  readonly when?: readonly ('passwordChange' | 'signIn' | 'signUp')[];
}

/**
 * The options of a risk configuration, and its pool.
 * @example new RiskConfiguration(stack, 'risks', { userPool: users, compromisedCredentials: { action: 'block' } })
 */
export interface RiskConfigurationProps extends RiskConfigurationOptions {
  readonly userPool: IUserPool;
}

const events = { passwordChange: 'PASSWORD_CHANGE', signIn: 'SIGN_IN', signUp: 'SIGN_UP' } as const;

/**
 * What Cognito does about risks that threat protection finds: of a pool, or of one client. It acts where `threatProtection` of the pool
 * is `enforced`.
 *
 * @throws ConstructError when nothing is configured, for a client of another pool, for what is no range of addresses, and for a second one of the
 * same pool or client.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-adaptive-authentication.html
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cognito_risk_configuration
 * @example
 * users.addRiskConfiguration('risks', { compromisedCredentials: { action: 'block' } });
 */
export class RiskConfiguration extends Construct {
  constructor(scope: Construct, id: string, props: RiskConfigurationProps) {
    super(scope, id);
    const { userPool, client, compromisedCredentials, ipRanges } = props;
    checkProps(this, props);
    keepOne(this, 'risk configuration', client ?? userPool);
    const risks = new CognitoRiskConfiguration(this, 'Resource', {
      userPoolId: userPool.userPoolId,
      clientId: client?.clientId,
      ...(compromisedCredentials && { compromisedCredentialsRiskConfiguration: compromised(compromisedCredentials) }),
      ...(props.accountTakeover && {
        accountTakeoverRiskConfiguration: accountTakeover(this, props.accountTakeover),
      }),
      ...(ipRanges && { riskExceptionConfiguration: riskExceptions(this, ipRanges) }),
    });
    nameInTerraform(risks, snakeCase(id));
  }
}

const compromised = ({ action, when = ['passwordChange', 'signIn', 'signUp'] }: CompromisedCredentials) => ({
  actions: { eventAction: action === 'block' ? 'BLOCK' : 'NO_ACTION' },
  eventFilter: when.map((event) => events[event]),
});

function checkProps(construct: Construct, props: RiskConfigurationProps): void {
  const { accountTakeover: takeover, client, compromisedCredentials, ipRanges, userPool } = props;
  check(construct, takeover !== undefined || compromisedCredentials !== undefined || ipRanges !== undefined, {
    prop: 'compromisedCredentials',
    expected: 'at least one of compromisedCredentials, accountTakeover and ipRanges',
    found: undefined,
    fix: "Give one, such as compromisedCredentials: { action: 'block' }",
  });
  check(construct, compromisedCredentials?.when?.length !== 0, {
    prop: 'compromisedCredentials.when',
    expected: 'at least one of passwordChange, signIn and signUp',
    found: [],
    fix: 'Leave it out for all three',
  });
  if (client !== undefined) {
    checkClientOf(construct, userPool, { prop: 'client', client, fix: 'Add the risk configuration to its pool' });
  }
}
