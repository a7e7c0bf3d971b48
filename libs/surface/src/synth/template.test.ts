import { parseTemplate } from './template';

describe('parseTemplate', () => {
  it.each([
    ['', ['']],
    ['plain', ['plain']],
    ['${a.b}', [{ expression: 'a.b' }]],
    ['x-${ a.b }-y', ['x-', { expression: 'a.b' }, '-y']],
    ['${a}${b}', [{ expression: 'a' }, { expression: 'b' }]],
    ['$${a} %%{b}', ['${a} %{b}']],
    ['${f("}")}', [{ expression: 'f("}")' }]],
    ['${f("\\"}")}', [{ expression: 'f("\\"}")' }]],
    ['${f("${g("}")}")}', [{ expression: 'f("${g("}")}")' }]],
    ['${{ a = 1 }}', [{ expression: '{ a = 1 }' }]],
    ['$a $ {', ['$a $ {']],
  ])('splits %j', (text, pieces) => {
    expect(parseTemplate(text)).toEqual(pieces);
  });

  it.each(['${a', '${f("', '%{ if a }x%{ endif }'])('gives up on %j', (text) => {
    expect(parseTemplate(text)).toBeUndefined();
  });
});
