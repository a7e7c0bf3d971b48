import { switchable } from './mutants';

it('makes each comparison, each negation and each rule of a file switchable', () => {
  const text = [
    "export const wider = differenceRule({ id: 'wider', find: (all) => all.filter((each) => each.count > 1) });",
    'const isLeft = (all: Each[]) => !all.some((each) => each.id === 1 || !each.is && each.old !== each.new);',
  ].join('\n');
  const { mutants, text: made } = switchable('file.ts', text, 5);
  expect(mutants.map(({ id, line, what }) => `${id} ${line} ${what}`)).toEqual([
    '5 1 rule switched off',
    '6 1 > turned around',
    '7 2 ! taken away',
    '8 2 === turned around',
    '9 2 ! taken away',
    '10 2 !== turned around',
  ]);
  expect(made).toBe(
    [
      "export const wider = mutants.off(5, differenceRule({ id: 'wider', find: (all) => all.filter((each) => mutants.negated(6, each.count > 1)) }));",
      'const isLeft = (all: Each[]) => mutants.negated(7, !all.some((each) => mutants.negated(8, each.id === 1) || mutants.negated(9, !each.is) && mutants.negated(10, each.old !== each.new)));',
    ].join('\n'),
  );
});

it('keeps the order of what begins or ends at one place', () => {
  expect(switchable('file.ts', 'const a = !b === !c;', 1).text).toBe(
    'const a = mutants.negated(1, mutants.negated(2, !b) === mutants.negated(3, !c));',
  );
});
