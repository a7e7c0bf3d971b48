import fc from 'fast-check';
import { type JsonObject } from './json';
import { type Layer } from './layer';
import { mergeLayers } from './merge';

const layer = (value: JsonObject): Layer => ({ source: 'file', value, positionOf: () => undefined });
const merge = (target: JsonObject, patch: JsonObject) => mergeLayers([layer(patch), layer(target)]).value;

describe('mergeLayers', () => {
  // The examples of RFC 7396, appendix A, whose both sides are objects.
  it.each<[JsonObject, JsonObject, JsonObject]>([
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
    [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
    [{ a: 'b' }, { a: null }, {}],
    [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
    [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
    [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
    [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
    [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
    [{ a: 'foo' }, { a: { b: 1 } }, { a: { b: 1 } }],
  ])('lays over %j the patch %j to %j', (target, patch, result) => {
    expect(merge(target, patch)).toEqual(result);
  });

  it('lets the most derived of many layers win', () => {
    const layers = [layer({ a: 3 }), layer({ a: 2, b: 2 }), layer({ a: 1, b: 1, c: 1 })];
    expect(mergeLayers(layers).value).toEqual({ a: 3, b: 2, c: 1 });
  });

  it('adds again what a layer between removed, without what was inherited before', () => {
    const layers = [layer({ cors: { b: 2 } }), layer({ cors: null }), layer({ cors: { a: 1 } })];
    expect(mergeLayers(layers).value).toEqual({ cors: { b: 2 } });
  });

  it('keeps nulls inside lists, which no one inherits', () => {
    expect(merge({}, { a: [null] })).toEqual({ a: [null] });
  });

  it('keeps a key named __proto__ for the schema to refuse', () => {
    const patch = JSON.parse('{ "__proto__": { "tier": "local" } }') as JsonObject;
    const merged = merge({}, patch);
    expect(Object.keys(merged)).toEqual(['__proto__']);
    expect(merged.tier).toBeUndefined();
  });

  it('names the layer and path of every null that removes nothing', () => {
    const [top, bottom] = [layer({ a: null, b: { c: null, d: null } }), layer({ b: { c: 1 }, z: null })];
    expect(mergeLayers([top, bottom]).idleRemovals).toEqual([
      { layer: bottom, path: ['z'] },
      { layer: top, path: ['a'] },
      { layer: top, path: ['b', 'd'] },
    ]);
  });

  const json = fc.dictionary(fc.constantFrom('a', 'b', 'c', '__proto__'), fc.jsonValue()) as fc.Arbitrary<JsonObject>;

  it('changes nothing it was given, and nothing when the same patch is laid over twice', () => {
    fc.assert(
      fc.property(json, json, (target, patch) => {
        const before = JSON.stringify([target, patch]);
        const once = merge(target, patch);
        expect(merge(once, patch)).toEqual(once);
        expect(JSON.stringify([target, patch])).toBe(before);
      }),
    );
  });
});
