import { complaintsAbout } from '../../testing/sound';
import { type JsonObject } from '../read/json';

const cors = (fields: JsonObject): JsonObject => ({ api: { cors: fields } });

describe('cors', () => {
  it('fails when any origin may send cookies', () => {
    expect(complaintsAbout(cors({ allowOrigins: ['*'], allowCredentials: true }))).toEqual([
      'api.cors.allowCredentials: false, because allowOrigins holds "*": browsers refuse the two together',
    ]);
  });

  it('fails when "*" is one of several origins', () => {
    expect(complaintsAbout(cors({ allowOrigins: ['https://a.test', '*'] }))).toEqual([
      'api.cors.allowOrigins[1]: "*" alone, or origins without it',
    ]);
  });

  it('fails when browsers may not send the token', () => {
    expect(complaintsAbout(cors({ allowHeaders: ['Content-Type'] }))).toEqual([
      'api.cors.allowHeaders: a list with Authorization, without which no browser can send a token',
    ]);
  });

  it('accepts any origin without cookies, cookies for listed origins, and no CORS at all', () => {
    expect(complaintsAbout(cors({ allowOrigins: ['*'] }))).toEqual([]);
    expect(complaintsAbout(cors({ allowCredentials: true }))).toEqual([]);
    expect(complaintsAbout({ api: { cors: null } })).toEqual([]);
  });
});

describe('duplicates', () => {
  it('fails when a list says a thing twice', () => {
    expect(
      complaintsAbout({
        api: {
          cors: {
            allowOrigins: ['https://a.test', 'https://b.test', 'https://a.test'],
            allowHeaders: ['Authorization', 'authorization'],
          },
        },
        clients: {
          app: {
            callbackUrls: ['https://a.test/', 'https://a.test/'],
            logoutUrls: ['myapp://x', 'myapp://x'],
          },
        },
      }),
    ).toEqual([
      'api.cors.allowOrigins[2]: each value once',
      'api.cors.allowHeaders[1]: each value once',
      'clients.app.callbackUrls[1]: each value once',
      'clients.app.logoutUrls[1]: each value once',
    ]);
  });
});

describe('waf', () => {
  const waf = (fields: JsonObject): JsonObject => ({ api: { waf: fields } });
  const webAclArn = 'arn:aws:wafv2:eu-west-1:111111111111:regional/webacl/company/a1b2';

  it('fails when it has no rule and no web ACL', () => {
    expect(complaintsAbout(waf({ managedRules: null, rateLimitPer5Minutes: null }))).toEqual([
      'api.waf: managedRules, rateLimitPer5Minutes or webAclArn',
    ]);
  });

  it('fails when it has rules and a web ACL of another owner', () => {
    expect(complaintsAbout(waf({ webAclArn }))).toEqual([
      'api.waf.webAclArn: no web ACL of another owner with managedRules or rateLimitPer5Minutes',
    ]);
  });

  it('fails when the web ACL is in another region', () => {
    const elsewhere = webAclArn.replace('eu-west-1', 'us-east-1');
    expect(complaintsAbout(waf({ webAclArn: elsewhere, managedRules: null, rateLimitPer5Minutes: null }))).toEqual([
      'api.waf.webAclArn: something in eu-west-1, the region of the environment',
    ]);
  });

  it('accepts a web ACL alone, and a limit alone', () => {
    expect(complaintsAbout(waf({ webAclArn, managedRules: null, rateLimitPer5Minutes: null }))).toEqual([]);
    expect(complaintsAbout(waf({ managedRules: null }))).toEqual([]);
  });

  it('fails when a group of rules is listed twice', () => {
    const managedRules = ['AWSManagedRulesSQLiRuleSet', 'AWSManagedRulesSQLiRuleSet'];
    expect(complaintsAbout(waf({ managedRules }))).toEqual(['api.waf.managedRules[1]: each value once']);
  });
});

describe('domain', () => {
  it('fails when its certificate is in another region', () => {
    const certificateArn = 'arn:aws:acm:us-east-1:111111111111:certificate/a';
    expect(complaintsAbout({ api: { domain: { certificateArn } } })).toEqual([
      'api.domain.certificateArn: something in eu-west-1, the region of the environment',
    ]);
  });
});

describe('alarms', () => {
  const none = {
    serverErrorPercent: null,
    clientErrorPercent: null,
    latencyP99Milliseconds: null,
    unauthorizedPer5Minutes: null,
    throttledPer5Minutes: null,
  };
  const snsTopicArn = 'arn:aws:sns:eu-west-1:111111111111:alerts';

  it('fails when nothing is watched', () => {
    expect(complaintsAbout({ alarms: none })).toEqual(['alarms: at least one threshold, such as serverErrorPercent']);
  });

  it('fails when an address and a topic are both given', () => {
    expect(complaintsAbout({ alarms: { snsTopicArn } })).toEqual([
      'alarms.snsTopicArn: no topic with email, for which one is made',
    ]);
  });

  it('fails when the topic is in another region', () => {
    const elsewhere = snsTopicArn.replace('eu-west-1', 'us-east-1');
    expect(complaintsAbout({ alarms: { email: null, snsTopicArn: elsewhere } })).toEqual([
      'alarms.snsTopicArn: something in eu-west-1, the region of the environment',
    ]);
  });

  it('accepts a topic alone, and alarms that only CloudWatch shows', () => {
    expect(complaintsAbout({ alarms: { email: null, snsTopicArn } })).toEqual([]);
    expect(complaintsAbout({ alarms: { email: null } })).toEqual([]);
  });
});

describe('acknowledge', () => {
  const reason = 'Agreed with the security team.';
  const address = 'aws_api_gateway_method.get_health';

  it('takes each rule once, and once for each address and part', () => {
    const entries: JsonObject[] = [
      { rule: 'mfa-off', reason },
      { rule: 'public-route', reason, address },
      { rule: 'redirect-added', reason, address, of: ['https://a.example.com/'] },
      { rule: 'redirect-added', reason, address, of: ['https://b.example.com/'] },
    ];
    expect(complaintsAbout({ acknowledge: entries })).toEqual([]);
    expect(complaintsAbout({ acknowledge: [...entries, ...entries] })).toEqual([
      ...[4, 5, 6, 7].map(
        (index) => `acknowledge[${index}].rule: each rule once, or once for each address and what it accepts there`,
      ),
    ]);
  });

  it.each<[string, JsonObject]>([
    ['acknowledge[0].reason: a reason in words', { rule: 'mfa-off' }],
    ['acknowledge[0].reason: a reason in words', { rule: 'mfa-off', reason: ' ' }],
    [
      'acknowledge[0].address: a Terraform address, such as aws_api_gateway_method.get_me',
      { rule: 'public-route', reason, address: '' },
    ],
  ])('fails with %s for %j', (complaint, entry) => {
    expect(complaintsAbout({ acknowledge: [entry] })).toEqual([complaint]);
  });
});
