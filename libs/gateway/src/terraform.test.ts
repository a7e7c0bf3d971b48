import { literal } from './terraform';

describe('literal', () => {
  it.each([
    ['${x} and %{if}', '$${x} and %%{if}'],
    ['$x, 100 % {', '$x, 100 % {'],
  ])('keeps %s from Terraform', (text, escaped) => {
    expect(literal(text)).toBe(escaped);
  });
});
