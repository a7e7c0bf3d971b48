import { synth } from '@gatehouse/testing';
import { type TerraformStack, TerraformVariable } from 'cdktf';
import { secret } from '../testing/providers';
import { IdentityPool, UserPool, type UserPoolProps } from './index';

const number = (stack: TerraformStack) => new TerraformVariable(stack, 'number', { type: 'number' }).numberValue;
const list = (stack: TerraformStack) => new TerraformVariable(stack, 'list', { type: 'list(string)' }).listValue;

const pool = (stack: TerraformStack, props: Partial<UserPoolProps<string>> = {}) =>
  new UserPool<string>(stack, 'users', { name: 'acme', ...props });

const resourceOf = (build: (stack: TerraformStack) => unknown) => synth((stack) => void build(stack)).resource;

describe('a value that is known when Terraform runs', () => {
  it('is the limit of a custom attribute', () => {
    const resource = resourceOf((stack) => {
      const most = number(stack);
      pool(stack, {
        customAttributes: { team: { type: 'string', maxLength: most }, seats: { type: 'number', min: 1, max: most } },
      });
    });

    expect(resource.aws_cognito_user_pool?.users?.schema).toMatchObject([
      { string_attribute_constraints: { min_length: '0', max_length: '${var.number}' } },
      { number_attribute_constraints: { min_value: '1', max_value: '${var.number}' } },
    ]);
  });

  it('is a list of addresses', () => {
    const resource = resourceOf((stack) =>
      pool(stack).addRiskConfiguration('risks', { ipRanges: { neverBlock: list(stack) } }),
    );

    expect(resource.aws_cognito_risk_configuration?.risks).toMatchObject({
      risk_exception_configuration: { skipped_ip_range_list: '${var.list}' },
    });
  });

  it('is a list of URLs, and of scopes', () => {
    const resource = resourceOf((stack) => {
      const values = list(stack);
      pool(stack).addClient('app', {
        oauth: { grant: 'code', scopes: values as never, callbackUrls: values, logoutUrls: values },
      });
    });

    expect(resource.aws_cognito_user_pool_client?.app).toMatchObject({
      allowed_oauth_scopes: '${var.list}',
      callback_urls: '${var.list}',
      logout_urls: '${var.list}',
    });
  });

  it('is a list of scopes and identifiers of a provider', () => {
    const resource = resourceOf((stack) => {
      const values = list(stack);
      pool(stack).addOidc('corp', {
        name: 'corp',
        clientId: 'acme',
        clientSecret: secret,
        issuer: 'https://login.acme.com',
        scopes: values,
        identifiers: values,
      });
    });

    expect(resource.aws_cognito_identity_provider?.corp).toMatchObject({
      idp_identifiers: '${var.list}',
      provider_details: { authorize_scopes: '${join(" ", var.list)}' },
    });
  });

  it('is a list of what a role may do, and of who may assume it', () => {
    const resource = resourceOf((stack) => {
      const values = list(stack);
      new IdentityPool(stack, 'people', { name: 'acme', guests: true }).guests.allow(values, values);
      pool(stack).addUserExport('export', { name: 'acme-export', trusted: values });
    });

    expect(resource.aws_iam_role_policy?.people_guest?.policy).toBe(
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":${jsonencode(var.list)},"Resource":${jsonencode(var.list)}}]}',
    );
    expect(resource.aws_iam_role?.export?.assume_role_policy).toContain('"AWS":${jsonencode(var.list)}');
  });

  it('is a threshold of an alarm', () => {
    const resource = resourceOf((stack) => {
      const users = pool(stack);
      users.addAlarms('alarms', {
        name: 'acme',
        topicArn: 'arn:aws:sns:eu-west-1:111111111111:oncall',
        clients: { app: users.addClient('app', { authFlows: { userSrp: true } }) },
        thresholds: { signUps: number(stack) },
      });
    });

    expect(resource.aws_cloudwatch_metric_alarm?.alarms_app_sign_ups).toMatchObject({
      alarm_description: 'More than ${var.number} in five minutes: app-sign-ups',
      threshold: '${var.number}',
    });
  });
});
