import { integrationResponse, mocked } from '../testing/mocked';

describe('mapping templates', () => {
  const rendered = async (template: string, target = '/local/health', more = {}) => {
    const responses = [integrationResponse({ responseTemplates: { 'application/json': template } })];
    return (await mocked({ responses })).call(`POST ${target}`, more);
  };

  it('read parameters by name: path, then query string, then header', async () => {
    const headers: [string, string][] = [['a', 'header']];
    expect((await rendered("$input.params('a')", '/local/health?a=query', { headers })).body).toBe('query');
    expect((await rendered("$input.params('a')", '/local/health', { headers })).body).toBe('header');
    expect((await rendered("[$input.params('toString')]")).body).toBe('[]');
  });

  it('walk all headers, without what the engine adds', async () => {
    const template = '#set($map = $input.params().header)$map.get("Host") #foreach($name in $map.keySet())$name;#end';
    expect((await rendered(template)).body).toBe('abc.example.com:4510 Host;');
  });

  it('read the context and stage variables', async () => {
    expect((await rendered('$context.identity.sourceIp $stageVariables.origin')).body).toBe(
      '127.0.0.1 https://x.example',
    );
  });

  it('escape and encode', async () => {
    expect((await rendered(`"$util.escapeJavaScript("a'b")" $util.urlEncode('a b&c')`)).body).toBe(`"a\\'b" a+b%26c`);
    expect((await rendered(`$util.base64Decode($util.base64Encode('ü'))`)).body).toBe('ü');
  });

  it('override the status, unless it is none', async () => {
    expect((await rendered('#set($context.responseOverride.status = 202)')).status).toBe(202);
    expect((await rendered('#set($context.responseOverride.status = 42)')).status).toBe(200);
  });

  it('share overrides between request and response template', async () => {
    const requestTemplates = {
      'application/json': '#set($context.responseOverride.header.X-Early = "1"){"statusCode":200}',
    };
    expect((await (await mocked({ requestTemplates })).call('GET /local/health')).header('x-early')).toBe('1');
  });

  it('do not share anything between two requests', async () => {
    const template = '#if($seen)again#{else}first#end#set($seen = true)';
    const responses = [integrationResponse({ responseTemplates: { 'application/json': template } })];
    const gateway = await mocked({ responses });
    expect((await gateway.call('GET /local/health')).body).toBe('first');
    expect((await gateway.call('GET /local/health')).body).toBe('first');
  });

  it('cannot reach constructors or prototypes', async () => {
    const template = '[$input.params.constructor.name][$input.constructor.name][$input.__proto__.x]';
    expect((await rendered(template)).body).toBe(
      '[$input.params.constructor.name][$input.constructor.name][$input.__proto__.x]',
    );
  });
});
