import fc from 'fast-check';
import { problemsOf, sound } from '../testing/sound';
import { type JsonObject, type JsonPath, type JsonValue, isObject } from './read/json';

/** Every place in the sound environment. */
function placesIn(value: JsonValue, path: JsonPath = []): JsonPath[] {
  const children = isObject(value) ? Object.entries(value) : [];
  return [path, ...children.flatMap(([key, child]) => placesIn(child, [...path, key]))];
}

const anyPlace = fc.constantFrom(...placesIn(sound).slice(1));
const anyValue = fc.oneof(
  fc.jsonValue() as fc.Arbitrary<JsonValue>,
  fc.constantFrom<JsonValue>('*', '', [], {}, 'production', 'local', 'http://localhost', [null], [[]], -1, 1e9),
);

function put(path: JsonPath, value: JsonValue): JsonObject {
  return path.reduceRight<JsonValue>((inner, key) => ({ [key]: inner }), value) as JsonObject;
}

describe('validate', () => {
  it('says what is wrong, and where, whatever is written at whatever place', () => {
    fc.assert(
      fc.property(anyPlace, anyValue, (path, value) => {
        for (const problem of problemsOf(put(path, value))) {
          expect(['changes.json', 'sound.json']).toContain(problem.file);
          expect(problem.path).not.toBe('');
          for (const words of [problem.expected, problem.found, problem.fix]) expect(words).toMatch(/\S/);
          expect(problem.expected).not.toMatch(/^(Invalid|Too|Unrecognized)/);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('says each thing once', () => {
    fc.assert(
      fc.property(anyPlace, anyValue, (path, value) => {
        const problems = problemsOf(put(path, value)).map((problem) => JSON.stringify(problem));
        expect(new Set(problems).size).toBe(problems.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('finds two mistakes in different sections as surely as each alone', () => {
    const first: JsonObject = { account: 'x', clients: { machine: { scopes: ['nowhere/read'] } } };
    const second: JsonObject = { api: { cors: { allowOrigins: ['*', 'x'], allowCredentials: true } } };
    const both = problemsOf({ ...first, ...second });
    expect(both).toHaveLength(problemsOf(first).length + problemsOf(second).length);
    expect(both).toHaveLength(5);
  });
});
