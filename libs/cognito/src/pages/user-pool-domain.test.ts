import { synth } from '@gatehouse/testing';
import { TerraformOutput } from 'cdktf';
import { type OwnDomain, UserPool, UserPoolClient } from '../index';

const domain = (prefix: string) =>
  synth((stack) => {
    const users = new UserPool(stack, 'users', { name: 'gatehouse-test' });
    const domain = users.addDomain('domain', { prefix });
    const { baseUrl, authorizeUrl, tokenUrl, userInfoUrl, logoutUrl, jwksUrl } = domain;
    new TerraformOutput(stack, 'token_url', { value: tokenUrl });
    new TerraformOutput(stack, 'urls', { value: { baseUrl, authorizeUrl, userInfoUrl, logoutUrl, jwksUrl } });
  });

const certificateArn = 'arn:aws:acm:us-east-1:111111111111:certificate/1';

const own = (more: Partial<OwnDomain> = {}) =>
  synth((stack) => {
    const users = new UserPool(stack, 'users', { name: 'gatehouse-test' });
    users.addDomain('domain', { domainName: 'auth.acme.com', certificateArn, ...more });
  });

describe('UserPoolDomain', () => {
  it('gives the pool a host', () => {
    expect(domain('acme-dev').resource.aws_cognito_user_pool_domain).toEqual({
      domain: {
        user_pool_id: '${aws_cognito_user_pool.users.id}',
        domain: 'acme-dev',
        managed_login_version: 1,
      },
    });
  });

  it('knows its token URL, in the region of the pool and only once the domain is there', () => {
    expect(domain('acme-dev').output.token_url?.value).toBe(
      'https://${aws_cognito_user_pool_domain.domain.domain}.auth.${element(split("_", aws_cognito_user_pool.users.id), 0)}.amazoncognito.com/oauth2/token',
    );
  });

  it('knows its other URLs; the keys are those of the pool', () => {
    const host =
      'https://${aws_cognito_user_pool_domain.domain.domain}.auth.${element(split("_", aws_cognito_user_pool.users.id), 0)}.amazoncognito.com';
    expect(domain('acme-dev').output.urls?.value).toEqual({
      baseUrl: host,
      authorizeUrl: `${host}/oauth2/authorize`,
      userInfoUrl: `${host}/oauth2/userInfo`,
      logoutUrl: `${host}/logout`,
      jwksUrl: 'https://${aws_cognito_user_pool.users.endpoint}/.well-known/jwks.json',
    });
  });

  it('knows the address of the page where people sign in to a client', () => {
    const { output } = synth((stack) => {
      const users = new UserPool(stack, 'users', { name: 'gatehouse-test' });
      const app = users.addClient('app', {
        oauth: { grant: 'code', scopes: ['openid'], callbackUrls: ['https://acme.com/?a'] },
      });
      const url = users
        .addDomain('domain', { domainName: 'auth.acme.com', certificateArn })
        .signInUrl(app, 'https://acme.com/?a');
      new TerraformOutput(stack, 'url', { value: url });
    });

    expect(output.url?.value).toBe(
      'https://${aws_cognito_user_pool_domain.domain.domain}/login?client_id=${aws_cognito_user_pool_client.app.id}&response_type=code&redirect_uri=https%3A%2F%2Facme.com%2F%3Fa',
    );
  });

  it.each<[string, Parameters<UserPool['addClient']>[1], string]>([
    [
      'another URL than the client has',
      { oauth: { grant: 'code', scopes: ['openid'], callbackUrls: ['https://acme.com/a', 'https://acme.com/b'] } },
      'test/users/domain, signInUrl, redirectUri: expected one of the callback URLs of the client: https://acme.com/a, https://acme.com/b, found ' +
        '"https://acme.com/c". Cognito sends people to no other: add it to oauth.callbackUrls of the client, or correct it.',
    ],
    ['a client without pages', { authFlows: { userSrp: true } }, 'redirectUri: expected a client with callback URLs'],
  ])('has no sign-in page for %s', (_, options, message) => {
    const build = () =>
      synth((stack) => {
        const users = new UserPool(stack, 'users', { name: 'gatehouse-test' });
        const app = users.addClient('app', options);
        users.addDomain('domain', { prefix: 'acme' }).signInUrl(app, 'https://acme.com/c');
      });

    expect(build).toThrow(message);
  });

  it('has no sign-in page for a client of another pool, and any for a client made elsewhere', () => {
    synth((stack) => {
      const users = new UserPool(stack, 'users', { name: 'gatehouse-test' });
      const domain = users.addDomain('domain', { prefix: 'acme' });
      const other = new UserPool(stack, 'others', { name: 'others' }).addClient('app', {
        authFlows: { userSrp: true },
      });
      const theirs = UserPoolClient.fromId(stack, 'theirs', { clientId: '1h57kf5cpq17m0eml12', userPool: users });

      expect(() => domain.signInUrl(other, 'https://acme.com')).toThrow(
        'test/users/domain, signInUrl, client: expected a client of this user pool, found the construct test/others/app. Ask the domain of its pool.',
      );
      expect(domain.signInUrl(theirs, 'https://acme.com')).toContain('client_id=1h57kf5cpq17m0eml12&');
    });
  });

  it('takes a domain of your own, whose DNS is yours too', () => {
    const { resource, data } = own();

    expect(resource.aws_cognito_user_pool_domain).toEqual({
      domain: {
        user_pool_id: '${aws_cognito_user_pool.users.id}',
        domain: 'auth.acme.com',
        certificate_arn: certificateArn,
        managed_login_version: 1,
      },
    });
    expect(data).toEqual({});
  });

  it('points the name to the pages where the zone is ours, once the parent has an A record', () => {
    const { resource, data } = own({ hostedZoneId: 'Z1' });

    expect(resource.aws_route53_record).toEqual({
      domain: {
        zone_id: 'Z1',
        name: '${aws_cognito_user_pool_domain.domain.domain}',
        type: 'A',
        alias: {
          name: '${aws_cognito_user_pool_domain.domain.cloudfront_distribution}',
          zone_id: '${aws_cognito_user_pool_domain.domain.cloudfront_distribution_zone_id}',
          evaluate_target_health: false,
        },
      },
    });
    expect(data.aws_route53_records).toEqual({
      domain_parent: {
        zone_id: 'Z1',
        name_regex: '^acme\\.com\\.?$',
        lifecycle: {
          postcondition: [
            {
              condition: '${length([for record in self.resource_record_sets : record if record.type == "A"]) > 0}',
              error_message:
                'test/users/domain, domainName: expected an A record of acme.com, the parent of auth.acme.com, found none in its hosted zone. Cognito refuses the domain without one. Add the record; it may point anywhere.',
            },
          ],
        },
      },
    });
    expect(resource.aws_cognito_user_pool_domain?.domain).toMatchObject({
      depends_on: ['data.aws_route53_records.domain_parent'],
    });
  });

  it('shows managed login when its author says where the style is made', () => {
    const { resource } = own({ managedLogin: { styleMadeElsewhere: 'in the console, runbook 12' } });

    expect(resource.aws_cognito_user_pool_domain?.domain).toMatchObject({ managed_login_version: 2 });
  });

  it('refuses managed login whose author does not say it', () => {
    expect(() => own({ managedLogin: { styleMadeElsewhere: ' ' } })).toThrow(
      'test/users/domain, managedLogin.styleMadeElsewhere: expected where the style is made, found "". Say it, because ' +
        'managed login shows no page without a style and Terraform cannot make one.',
    );
    // @ts-expect-error the author has to say it
    expect(() => own({ managedLogin: {} })).toThrow(
      'managedLogin.styleMadeElsewhere: expected where the style is made',
    );
  });

  it('refuses a name directly below a top-level domain', () => {
    expect(() => own({ domainName: 'acme.com', hostedZoneId: 'Z1' })).toThrow(
      'test/users/domain, domainName: expected a name below a domain of yours, such as auth.acme.com, found "acme.com". ' +
        'Choose a name below it: Cognito asks for an A record of the parent, and a top-level domain has none.',
    );
  });

  it('refuses what is no ARN of a certificate', () => {
    expect(() => own({ certificateArn: 'x' })).toThrow(
      'certificateArn: expected the ARN of a certificate in us-east-1, found "x".',
    );
  });

  it.each([
    ['aws', 'lawsuit'],
    ['amazon', 'amazonia'],
    ['cognito', 'cognito1'],
  ])('fails when the prefix holds the word %s', (word, prefix) => {
    expect(() => domain(prefix)).toThrow(
      `test/users/domain, prefix: expected a prefix without the word ${word}, which AWS keeps for itself, also inside another word, ` +
        `found "${prefix}". Choose a prefix without ${word}.`,
    );
  });

  it('refuses a domain name with a scheme', () => {
    expect(() => own({ domainName: 'https://auth.acme.com' })).toThrow(
      'domainName: expected a domain name in lowercase, such as api.example.com, found "https://auth.acme.com". Write it without scheme and path.',
    );
  });

  it('compiles with a prefix or with a domain name, not with both', () => {
    synth((stack) => {
      const users = new UserPool(stack, 'users', { name: 'gatehouse-test' });
      // @ts-expect-error one of the two
      users.addDomain('both', { prefix: 'acme', domainName: 'auth.acme.com', certificateArn });
    });
  });

  it('refuses a domain of your own without a certificate', () => {
    const bare = () =>
      synth((stack) => {
        const users = new UserPool(stack, 'users', { name: 'gatehouse-test' });
        // @ts-expect-error a domain of your own has a certificate
        users.addDomain('bare', { domainName: 'auth.acme.com' });
      });
    expect(bare).toThrow(
      'test/users/bare, certificateArn: expected the ARN of a certificate in us-east-1, found nothing. Make one with DomainCertificate, or give a prefix in place of a domain of your own.',
    );
  });

  it.each([
    ['is empty', ''],
    ['has upper-case letters', 'Acme'],
    ['has a dot', 'acme.dev'],
    ['begins with a hyphen', '-acme'],
    ['ends with a hyphen', 'acme-'],
    ['is too long', 'a'.repeat(64)],
  ])('fails when the prefix %s', (_, prefix) => {
    expect(() => domain(prefix)).toThrow(
      'test/users/domain, prefix: expected 1 to 63 lowercase letters, digits and hyphens, not starting or ending with a ' +
        `hyphen, without the words aws, amazon and cognito, found "${prefix}". It becomes the first part of the host name.`,
    );
  });
});
