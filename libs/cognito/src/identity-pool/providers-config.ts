import { type CognitoIdentityPoolConfig } from '@cdktf/provider-aws/lib/cognito-identity-pool';
import { checkText, type Secret, snakeCase } from '@gatehouse/construct-kit';
import { type Construct } from 'constructs';
import { type IdentityPoolProps } from './props';

/** Whose tokens are taken. What is none is left out: the provider then tells AWS that there is none. */
export function providersConfig(construct: Construct, props: IdentityPoolProps): Partial<CognitoIdentityPoolConfig> {
  const { clients = [], developerProvider, logins = [] } = props;
  const arns = (kind: 'oidc' | 'saml') =>
    logins.flatMap(({ providerName, source }) =>
      'arn' in source && source.arn === kind ? [arnOf(construct, kind, providerName)] : [],
    );
  const social = Object.fromEntries(
    logins.flatMap(({ providerName, source }) =>
      'social' in source ? [[providerName, textOf(construct, providerName, source.social)]] : [],
    ),
  );
  return {
    ...(clients.length > 0 && { cognitoIdentityProviders: identityProviders(props) }),
    ...(Object.keys(social).length > 0 && { supportedLoginProviders: social }),
    ...(arns('oidc').length > 0 && { openidConnectProviderArns: arns('oidc') }),
    ...(arns('saml').length > 0 && { samlProviderArns: arns('saml') }),
    ...(developerProvider !== undefined && { developerProviderName: developerProvider }),
  };
}

/** Only Twitter has a secret here, and a pool has one app of it. */
function textOf(construct: Construct, providerName: string, social: string | Secret): string {
  if (typeof social !== 'string') return social.value(construct, `${snakeCase(construct.node.id)}_login`);
  checkText(construct, social, {
    prop: `logins["${providerName}"]`,
    pattern: /^[\w.;/-]{1,128}$/,
    expected: 'the id of an application, 1 to 128 letters, digits and _ . ; / -',
    fix: 'Copy it from the console of the provider',
  });
  return social;
}

function arnOf(construct: Construct, kind: 'oidc' | 'saml', arn: string): string {
  checkText(construct, arn, {
    prop: `logins["${arn}"]`,
    pattern: new RegExp(`^arn:[^:]+:iam::\\d{12}:${kind}-provider/.+$`),
    expected: `the ARN of a provider in IAM, arn:aws:iam::<account>:${kind}-provider/<name>`,
    fix: 'Copy it from the IAM console, or give the Terraform resource',
  });
  return arn;
}

const identityProviders = ({ clients = [], serverSideTokenCheck = true }: IdentityPoolProps) =>
  clients.flatMap(({ clientIds, userPool }) =>
    clientIds.map((clientId) => ({ clientId, providerName: userPool.endpoint, serverSideTokenCheck })),
  );
