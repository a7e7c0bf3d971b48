import { originsInTemplate } from './cors-template';

const set = '#set($context.responseOverride.header.Access-Control-Allow-Origin = $origin)';

describe('originsInTemplate', () => {
  it('reads the template of libs/gateway', () => {
    const template = `#set($origin = $input.params('Origin'))#if(!$origin || $origin == '')#set($origin = $input.params('origin'))#end#if($origin == 'https://a.example.com' || $origin == 'http://localhost:3000')${set}#end`;
    expect(originsInTemplate(template)).toEqual(['https://a.example.com', 'http://localhost:3000']);
  });

  it('reads the template of the AWS CDK', () => {
    const template = `#set($origin = $input.params().header.get("Origin"))\n#if($origin == "") #set($origin = $input.params().header.get("origin")) #end\n#if($origin == "https://a" || $origin == "https://b")\n  ${set}\n#end`;
    expect(originsInTemplate(template)).toEqual(['https://a', 'https://b']);
  });

  it.each([
    ['no condition', set],
    ['a pattern', `#if($origin.matches("https://.*\\.example\\.com"))${set}#end`],
    ['a part of the origin', `#if($origin.endsWith("example.com"))${set}#end`],
  ])('takes %s for any origin', (_, template) => {
    expect(originsInTemplate(template)).toEqual(['*']);
  });

  it('finds the header by its other spellings', () => {
    expect(
      originsInTemplate('#set($context.responseOverride.header["access-control-allow-origin"] = "https://a")'),
    ).toEqual(['https://a']);
  });

  it('is not about templates that leave the header alone', () => {
    expect(originsInTemplate('{"statusCode": 200, "docs": "https://a"}')).toEqual([]);
  });
});
