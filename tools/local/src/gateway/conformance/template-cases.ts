import { type Sent } from './client';

/** What is sent to the route of a case. */
export interface CaseRequest extends Sent {
  /** Path of the route, and the query string. @default '/x' */
  readonly title?: string;
}

/** `CASE` in what is rendered is the path of the case. */
export type Case = readonly [name: string, template: string, rendered: string, request?: CaseRequest];

export const RESPONSES: readonly Case[] = [
  ['$input.params(x) reads the path before the query string', "$input.params('id')", '7', { title: '/{id}?id=query' }],
  [
    '$input.params(x) reads the query string before the headers',
    "$input.params('a')",
    'query',
    { title: '/x?a=query', headers: [['a', 'header']] },
  ],
  ['$input.params(x) reads a header', "$input.params('a')", 'header', { headers: [['a', 'header']] }],
  ['$input.params(x) is empty for what is missing', "[$input.params('a')][$input.params('toString')]", '[][]'],
  [
    '$input.params() is a map of maps',
    '$input.params().querystring.a $input.params().path.id',
    'b 7',
    { title: '/{id}?a=b' },
  ],
  [
    'Maps have get and keySet',
    '#set($m = $input.params().querystring)#foreach($n in $m.keySet())$n=$m.get($n);#end',
    'a=1;b=2;',
    { title: '/x?a=1&b=2' },
  ],
  [
    '$context is the context of the request',
    '$context.httpMethod $context.stage $context.resourcePath $context.identity.sourceIp',
    'POST local CASE/x 127.0.0.1',
  ],
  ['$stageVariables are those of the stage', '$stageVariables.origin', 'https://x.example'],
  ['$util.escapeJavaScript escapes quotes', '"$util.escapeJavaScript("a\'b")"', '"a\\\'b"'],
  ['$util.urlEncode and urlDecode', "$util.urlEncode('a b&c') $util.urlDecode('a+b%26c')", 'a+b%26c a b&c'],
  ['$util.base64Encode and base64Decode', "$util.base64Encode('ü') $util.base64Decode('w7w=')", 'w7w= ü'],
  ['$util.parseJson makes an object', '#set($o = $util.parseJson(\'{"a":[1,2]}\'))$o.a[1]', '2'],
  [
    'Functions of $util make nothing of nothing',
    "[$!util.escapeJavaScript($none).replaceAll('a','b')][$!util.urlEncode($none)][$util.escapeJavaScript('')]",
    '[][][]',
  ],
  [
    '$stageVariables.get(x) reads one',
    "$stageVariables.get('origin') [$!stageVariables.get('none')]",
    'https://x.example []',
  ],
  [
    'Text with a sign of the language is written by a variable',
    "#set($dollar='$')#set($hash='#')${dollar}input ${hash}if(x)",
    '$input #if(x)',
  ],
  ['#define keeps a block for later', '#define($later)<$m>#end#set($m = 1)$later#set($m = 2)$later', '<1><2>'],
  ['$util.urlEncode encodes as Java does', "$util.urlEncode('!(~)*é')", '%21%28%7E%29*%C3%A9'],
  ['$input.params() prints as Java prints a map', '$input.params().querystring', '{a=1, b=2}', { title: '/x?a=1&b=2' }],
  ['A map prints as Java prints it, a list of a template too', '#set($m = {"a":[1,"b"]})$m', '{a=[1, b]}'],
  [
    'Texts have the methods of Java, with its regular expressions',
    '#set($s = "a,b,,")$s.split(",").size() $s.length() $s.contains("b") $s.replaceAll("([ab])","<$1$0>") $s.substring(2).trim()',
    '2 5 true <aa>,<bb>,, b,,',
  ],
  [
    'What escapeJavaScript makes of an apostrophe is taken back by replaceAll',
    `$util.escapeJavaScript("it's").replaceAll("\\\\'","'")`,
    "it's",
  ],
  [
    'Lists have the methods of Java',
    '#set($l = [3])$l.add(4) $l.contains(4) $l.isEmpty() $l.get(1) $l.size() $l',
    'true true false 4 2 [3, 4]',
  ],
  [
    'Maps have the methods of Java; put gives what was there before',
    '#set($m = {"a":1})$!m.put("b",2)$m.put("b",3) $m.containsKey("b") #foreach($e in $m.entrySet())$e.key=$e.value;#end #foreach($v in $m.values())$v#end $m',
    '2 true a=1;b=3; 13 {a=1, b=3}',
  ],
  [
    'A method that only JavaScript has is none',
    "$input.params('a').padStart(5)",
    "$input.params('a').padStart(5)",
    { title: '/x?a=b' },
  ],
  ['A member may be set by its name', '#set($m = {})#set($m["a b"] = "c")$m', '{a b=c}'],
  ['Whole numbers divide to whole numbers', '#set($n = 7 / 2)#set($m = 7 % 4)$n $m', '3 3'],
  ['#macro makes a directive', '#macro(greet $who)Hello $who#end#greet("Ada") #greet("Ben")', 'Hello Ada Hello Ben'],
  ['#foreach over a map goes through its values', '#set($m = {"a":1,"b":2})#foreach($v in $m)$v#end', '12'],
  ['#foreach ends after 1,000 rounds', '#foreach($n in [1..2000])#set($last = $n)#end$last', '1000'],
  [
    '#break ends a loop, and only that',
    '#foreach($n in [1,2,3])$n#if($n == 2)#break#end#end #foreach($n in [1,2])$n#end',
    '12 12',
  ],
  ['Comments print nothing', 'a## one\n#* two *#b', 'ab'],
  ['A range is a list', '#foreach($n in [1..3])$foreach.count#end', '123'],
  ['#elseif, &&, || and !', '#if(false)a#elseif(true && !false || false)b#{else}c#end', 'b'],
  ['#if, #else and #end', '#if($input.params("a") == "1")one#{else}other#end', 'one', { title: '/x?a=1' }],
  ['#foreach with $foreach.hasNext', '#foreach($n in [1,2,3])$n#if($foreach.hasNext),#end#end', '1,2,3'],
  ['A variable without a value stays as it is written', '$unknown', '$unknown'],
  ['A quiet variable without a value is empty', '[$!unknown]', '[]'],
  ['Nothing is shared between two requests', '#if($seen)again#{else}first#end#set($seen = true)', 'first'],
  [
    'A template reaches no constructor and no prototype',
    '[$input.params.constructor.name][$input.__proto__.x]',
    '[$input.params.constructor.name][$input.__proto__.x]',
  ],
];

const body = '{"pets":[{"id":1,"type":"dog"},{"id":2,"type":"cat"}],"name":"Ada","a b":1}';
export const sent = { body };

/** Their result is the event of a function that gives it back. */
export const REQUESTS: readonly Case[] = [
  ['$input.body is the body as it is', '$input.body', body, sent],
  ['$input.json(x) is JSON', "$input.json('$.pets')", '[{"id":1,"type":"dog"},{"id":2,"type":"cat"}]', sent],
  ["$input.json('$') is the whole body", "$input.json('$')", body, sent],
  ['$input.path(x) is an object to walk', '"$input.path(\'$.pets\')[1].type"', '"cat"', sent],
  [
    '$input.path(x) takes indexes and quoted names',
    '["$input.path(\'$.pets[0].type\')",$input.path("$[\'a b\']")]',
    '["dog",1]',
    sent,
  ],
  ['$input.path(x).size() counts a list', "$input.path('$.pets').size()", '2', sent],
  ['$input.path(x) is empty for what is missing', '"$input.path(\'$.none.x\')"', '""', sent],
  [
    '$input.path(x) prints maps as Java does, and lists as JSON',
    '"$util.escapeJavaScript($input.path(\'$\'))"',
    '"{a=1, b=[{\\"c\\":5}], d={e=f}}"',
    { body: '{"a":1,"b":[{"c":5}],"d":{"e":"f"}}' },
  ],
  ['$input.path(x) prints texts and numbers as they are', "$input.path('$.pets[0].id')", '1', sent],
  ['JSONPath finds descendants', "$input.json('$..type')", '["dog","cat"]', sent],
  [
    'JSONPath takes slices, all, and several',
    "[$input.json('$.pets[0:1]'),$input.json('$.pets[*].id'),$input.json('$.pets[-1].id')]",
    '[[{"id":1,"type":"dog"}],[1,2],2]',
    sent,
  ],
  ['JSONPath filters', `$input.json("$.pets[?(@.type=='cat')].id")`, '[2]', sent],
  ['JSONPath counts a list', "$input.json('$.pets.length()')", '2', sent],
  ['Of a request without a body $input.body and $input.json are {}', "[$input.body,$input.json('$')]", '[{},{}]'],
  [
    '$util.parseJson makes maps and lists of the body',
    '#set($b = $util.parseJson($input.body))"$b.pets[1].type $b.pets.size()"',
    '"cat 2"',
    sent,
  ],
  ['A body is read as it was sent, bytes beyond ASCII too', '$input.body', '"ü€"', { body: '"ü€"' }],
];
