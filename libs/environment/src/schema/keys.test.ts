import { complaintsAbout, problemsOf, sound } from '../../testing/sound';
import { type JsonObject, type JsonPath, type JsonValue } from '../read/json';

/** `change(['a', 'b'], 1)` is `{ a: { b: 1 } }`. */
const change = (path: JsonPath, value: JsonValue): JsonObject =>
  path.reduceRight<JsonValue>((inner, key) => ({ [key]: inner }), value) as JsonObject;

describe('keys of an environment file', () => {
  const { app } = sound.clients as JsonObject;

  it.each<[JsonPath, JsonValue | undefined, string]>([
    [['clients', 'App'], app, 'a client name'],
    [['clients', 'my_app'], app, 'a client name'],
    [['clients', 'x'.repeat(64)], app, 'a client name'],
    [['tags', 'aws:team'], 'x', 'a tag key'],
    [['tags', 'Environment'], 'x', 'not Project, Environment or ManagedBy'],
    [['tags', ''], 'x', 'a tag key'],
  ])('fails when the last key of %j is misnamed', (path, value = {}, expected) => {
    const [problem, ...others] = problemsOf(change(path, value));
    expect(others).toEqual([]);
    expect(problem?.expected).toContain(expected);
    expect(problem?.found).toBe(JSON.stringify(path.at(-1)));
  });

  it('fails when a field is missing, naming the file of the object that lacks it', () => {
    expect(problemsOf({ api: { throttle: { rateLimit: null } }, region: null })).toEqual([
      {
        file: 'changes.json',
        path: 'region',
        about: 'AWS region that is deployed to.',
        expected: 'an AWS region such as eu-west-1',
        found: 'null, which removes what was inherited',
        fix: 'Add it here or in a file that this one extends.',
      },
      {
        file: 'changes.json',
        path: 'api.throttle.rateLimit',
        about: expect.stringContaining('requests') as string,
        expected: 'a number above 0',
        found: 'null, which removes what was inherited',
        fix: 'Add it here or in a file that this one extends.',
      },
    ]);
  });

  it('fails when a key is unknown, suggesting the one that was perhaps meant', () => {
    const problems = problemsOf({
      acount: '1',
      api: { loggs: {}, extra: 1 },
      clients: { app: { authFlows: { srp: true } } },
    });
    expect(problems.map(({ path, found, fix }) => [path, found, fix])).toEqual([
      ['clients.app.authFlows.srp', 'the unknown key "srp"', 'Remove it, or correct its name.'],
      ['api.loggs', 'the unknown key "loggs"', 'Did you mean "logs"?'],
      ['api.extra', 'the unknown key "extra"', 'Remove it, or correct its name.'],
      ['acount', 'the unknown key "acount"', 'Did you mean "account"?'],
    ]);
  });

  it('fails when a key is __proto__', () => {
    expect(complaintsAbout(JSON.parse('{ "__proto__": { "a": 1 } }') as JsonObject)).toEqual([
      expect.stringContaining('__proto__: one of the keys'),
    ]);
  });
});
