import { App, Lazy, TerraformStack, Token } from 'cdktf';
import { check, checkOneOf, checkText, checkWholeNumber, ConstructError } from './index';

const stack = new TerraformStack(new App(), 'test');
const subject = { prop: 'size', fix: 'Choose another' };

describe('checks of props', () => {
  it('name the construct, the prop, what was expected and found, and what to do', () => {
    const problem = { prop: 'size', expected: 'a size', found: undefined, fix: 'Give one' };

    expect(() => check(stack, false, problem)).toThrow(ConstructError);
    expect(() => check(stack, false, problem)).toThrow('test, size: expected a size, found nothing. Give one.');
    expect(() => check(stack, true, problem)).not.toThrow();
  });

  it.each<[string, unknown, string]>([
    ['a construct', stack, 'the construct test'],
    ['a function', check, 'the function check'],
    ['an object that holds itself', holdsItself(), 'an object with name, itself'],
    ['a reference', Token.asString({ a: 1 }), 'a value that is known when Terraform runs'],
    ['a number that is a reference', Token.asNumber({ a: 1 }), 'a value that is known when Terraform runs'],
    ['a text with references', `a/${Token.asString({ a: 1 })}/b`, '"a/${…}/b"'],
    ['any other object', { name: 'a' }, '{"name":"a"}'],
  ])('name %s by what it is', (_, found, words) => {
    expect(() => check(stack, false, { prop: 'size', expected: 'a size', found, fix: 'Give one' })).toThrow(
      `test, size: expected a size, found ${words}. Give one.`,
    );
  });

  it.each([0, 11, 1.5, NaN])('refuse %p as a whole number from 1 to 10', (value) => {
    const limits = { ...subject, min: 1, max: 10 };

    expect(() => checkWholeNumber(stack, value, limits)).toThrow('expected a whole number from 1 to 10, found');
    expect(() => checkWholeNumber(stack, 10, limits)).not.toThrow();
  });

  it('refuse a text that does not match, and a value that is not in the list', () => {
    const letters = { ...subject, pattern: /^[a-z]+$/, expected: 'letters' };

    expect(() => checkText(stack, 'a1', letters)).toThrow('expected letters, found "a1"');
    expect(() => checkText(stack, 'a', letters)).not.toThrow();
    expect(() => checkText(stack, undefined as never, letters)).toThrow('expected letters, found nothing');
    expect(() => checkOneOf(stack, 2, { ...subject, values: [1, 3] })).toThrow('expected one of 1, 3, found 2');
  });

  it('accept what is not known before Terraform runs', () => {
    const text = Lazy.stringValue({ produce: () => '!' });
    const number = Lazy.numberValue({ produce: () => -1 });

    checkText(stack, text, { ...subject, pattern: /^[a-z]+$/, expected: 'letters' });
    checkWholeNumber(stack, number, { ...subject, min: 1, max: 10 });
  });
});

function holdsItself(): object {
  const object: Record<string, unknown> = { name: 'a' };
  return Object.assign(object, { itself: object });
}
