import { type Sent } from './client';

/** name, template, request, rendered; `CASE` is the path of the case. */
export type Case = readonly [name: string, template: string, title: string, expected: string, sent?: Sent];

export const RESPONSES: readonly Case[] = [
  ['$input.params(x) reads the path before the query string', "$input.params('id')", '/{id}?id=query', '7'],
  [
    '$input.params(x) reads the query string before the headers',
    "$input.params('a')",
    '/x?a=query',
    'query',
    { headers: [['a', 'header']] },
  ],
  ['$input.params(x) reads a header', "$input.params('a')", '/x', 'header', { headers: [['a', 'header']] }],
  ['$input.params(x) is empty for what is missing', "[$input.params('a')][$input.params('toString')]", '/x', '[][]'],
  ['$input.params() is a map of maps', '$input.params().querystring.a $input.params().path.id', '/{id}?a=b', 'b 7'],
  [
    'Maps have get and keySet',
    '#set($m = $input.params().querystring)#foreach($n in $m.keySet())$n=$m.get($n);#end',
    '/x?a=1&b=2',
    'a=1;b=2;',
  ],
  [
    '$context is the context of the request',
    '$context.httpMethod $context.stage $context.resourcePath $context.identity.sourceIp',
    '/x',
    'POST local CASE/x 127.0.0.1',
  ],
  ['$stageVariables are those of the stage', '$stageVariables.origin', '/x', 'https://x.example'],
  ['$util.escapeJavaScript escapes quotes', '"$util.escapeJavaScript("a\'b")"', '/x', '"a\\\'b"'],
  ['$util.urlEncode and urlDecode', "$util.urlEncode('a b&c') $util.urlDecode('a+b%26c')", '/x', 'a+b%26c a b&c'],
  ['$util.base64Encode and base64Decode', "$util.base64Encode('ü') $util.base64Decode('w7w=')", '/x', 'w7w= ü'],
  ['$util.parseJson makes an object', '#set($o = $util.parseJson(\'{"a":[1,2]}\'))$o.a[1]', '/x', '2'],
  [
    'Functions of $util make nothing of nothing',
    "[$!util.escapeJavaScript($none).replaceAll('a','b')][$!util.urlEncode($none)][$util.escapeJavaScript('')]",
    '/x',
    '[][][]',
  ],
  [
    '$stageVariables.get(x) reads one',
    "$stageVariables.get('origin') [$!stageVariables.get('none')]",
    '/x',
    'https://x.example []',
  ],
  [
    'Text with a sign of the language is written by a variable',
    "#set($dollar='$')#set($hash='#')${dollar}input ${hash}if(x)",
    '/x',
    '$input #if(x)',
  ],
  ['#define keeps a block for later', '#define($later)<$m>#end#set($m = 1)$later#set($m = 2)$later', '/x', '<1><2>'],
  ['$util.urlEncode encodes as Java does', "$util.urlEncode('!(~)*é')", '/x', '%21%28%7E%29*%C3%A9'],
  ['$input.params() prints as Java prints a map', '$input.params().querystring', '/x?a=1&b=2', '{a=1, b=2}'],
  ['A map prints as Java prints it, a list of a template too', '#set($m = {"a":[1,"b"]})$m', '/x', '{a=[1, b]}'],
  [
    'Texts have the methods of Java, with its regular expressions',
    '#set($s = "a,b,,")$s.split(",").size() $s.length() $s.contains("b") $s.replaceAll("([ab])","<$1$0>") $s.substring(2).trim()',
    '/x',
    '2 5 true <aa>,<bb>,, b,,',
  ],
  [
    'What escapeJavaScript makes of an apostrophe is taken back by replaceAll',
    `$util.escapeJavaScript("it's").replaceAll("\\\\'","'")`,
    '/x',
    "it's",
  ],
  [
    'Lists have the methods of Java',
    '#set($l = [3])$l.add(4) $l.contains(4) $l.isEmpty() $l.get(1) $l.size() $l',
    '/x',
    'true true false 4 2 [3, 4]',
  ],
  [
    'Maps have the methods of Java; put gives what was there before',
    '#set($m = {"a":1})$!m.put("b",2)$m.put("b",3) $m.containsKey("b") #foreach($e in $m.entrySet())$e.key=$e.value;#end #foreach($v in $m.values())$v#end $m',
    '/x',
    '2 true a=1;b=3; 13 {a=1, b=3}',
  ],
  [
    'A method that only JavaScript has is none',
    "$input.params('a').padStart(5)",
    '/x?a=b',
    "$input.params('a').padStart(5)",
  ],
  ['A member may be set by its name', '#set($m = {})#set($m["a b"] = "c")$m', '/x', '{a b=c}'],
  ['Whole numbers divide to whole numbers', '#set($n = 7 / 2)#set($m = 7 % 4)$n $m', '/x', '3 3'],
  [
    '#macro makes a directive',
    '#macro(greet $who)Hello $who#end#greet("Ada") #greet("Ben")',
    '/x',
    'Hello Ada Hello Ben',
  ],
  ['#foreach over a map goes through its values', '#set($m = {"a":1,"b":2})#foreach($v in $m)$v#end', '/x', '12'],
  ['#foreach ends after 1,000 rounds', '#foreach($n in [1..2000])#set($last = $n)#end$last', '/x', '1000'],
  [
    '#break ends a loop, and only that',
    '#foreach($n in [1,2,3])$n#if($n == 2)#break#end#end #foreach($n in [1,2])$n#end',
    '/x',
    '12 12',
  ],
  ['Comments print nothing', 'a## one\n#* two *#b', '/x', 'ab'],
  ['A range is a list', '#foreach($n in [1..3])$foreach.count#end', '/x', '123'],
  ['#elseif, &&, || and !', '#if(false)a#elseif(true && !false || false)b#{else}c#end', '/x', 'b'],
  ['#if, #else and #end', '#if($input.params("a") == "1")one#{else}other#end', '/x?a=1', 'one'],
  ['#foreach with $foreach.hasNext', '#foreach($n in [1,2,3])$n#if($foreach.hasNext),#end#end', '/x', '1,2,3'],
  ['A variable without a value stays as it is written', '$unknown', '/x', '$unknown'],
  ['A quiet variable without a value is empty', '[$!unknown]', '/x', '[]'],
  ['Nothing is shared between two requests', '#if($seen)again#{else}first#end#set($seen = true)', '/x', 'first'],
  [
    'A template reaches no constructor and no prototype',
    '[$input.params.constructor.name][$input.__proto__.x]',
    '/x',
    '[$input.params.constructor.name][$input.__proto__.x]',
  ],
];

const body = '{"pets":[{"id":1,"type":"dog"},{"id":2,"type":"cat"}],"name":"Ada","a b":1}';
export const sent = { body };

/** Their result is the event of a function that gives it back. */
export const REQUESTS: readonly Case[] = [
  ['$input.body is the body as it is', '$input.body', '/x', body, sent],
  ['$input.json(x) is JSON', "$input.json('$.pets')", '/x', '[{"id":1,"type":"dog"},{"id":2,"type":"cat"}]', sent],
  ["$input.json('$') is the whole body", "$input.json('$')", '/x', body, sent],
  ['$input.path(x) is an object to walk', '"$input.path(\'$.pets\')[1].type"', '/x', '"cat"', sent],
  [
    '$input.path(x) takes indexes and quoted names',
    '["$input.path(\'$.pets[0].type\')",$input.path("$[\'a b\']")]',
    '/x',
    '["dog",1]',
    sent,
  ],
  ['$input.path(x).size() counts a list', "$input.path('$.pets').size()", '/x', '2', sent],
  ['$input.path(x) is empty for what is missing', '"$input.path(\'$.none.x\')"', '/x', '""', sent],
  [
    '$input.path(x) prints maps as Java does, and lists as JSON',
    '"$util.escapeJavaScript($input.path(\'$\'))"',
    '/x',
    '"{a=1, b=[{\\"c\\":5}], d={e=f}}"',
    { body: '{"a":1,"b":[{"c":5}],"d":{"e":"f"}}' },
  ],
  ['$input.path(x) prints texts and numbers as they are', "$input.path('$.pets[0].id')", '/x', '1', sent],
  ['JSONPath finds descendants', "$input.json('$..type')", '/x', '["dog","cat"]', sent],
  [
    'JSONPath takes slices, all, and several',
    "[$input.json('$.pets[0:1]'),$input.json('$.pets[*].id'),$input.json('$.pets[-1].id')]",
    '/x',
    '[[{"id":1,"type":"dog"}],[1,2],2]',
    sent,
  ],
  ['JSONPath filters', `$input.json("$.pets[?(@.type=='cat')].id")`, '/x', '[2]', sent],
  ['JSONPath counts a list', "$input.json('$.pets.length()')", '/x', '2', sent],
  ['Of a request without a body $input.body and $input.json are {}', "[$input.body,$input.json('$')]", '/x', '[{},{}]'],
  [
    '$util.parseJson makes maps and lists of the body',
    '#set($b = $util.parseJson($input.body))"$b.pets[1].type $b.pets.size()"',
    '/x',
    '"cat 2"',
    sent,
  ],
  ['A body is read as it was sent, bytes beyond ASCII too', '$input.body', '/x', '"ü€"', { body: '"ü€"' }],
];
