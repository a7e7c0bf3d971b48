import { fit } from './fit';

it.each([
  ['short', 5, 'short'],
  ['/local/reports/7', 9, '/loc…ts/7'],
  ['日本語日本語', 7, '日本…語'],
  ['', 3, ''],
])('%s in %d columns is %s', (text, width, expected) => {
  expect(fit(text, width)).toBe(expected);
});
