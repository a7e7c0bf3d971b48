import { apisOf } from '../../access/api';
import { nameOf, placeOf } from '../../model/located';
import { isUnknown } from '../../model/value';
import type { Stage, HttpStage, Unknown } from '../../model';
import { refusalRule } from '../../findings/rule';
import { violationsAt, type Found } from '../../findings/violations';

const LONGEST = { name: 128, key: 64, value: 512, variables: 100 };

export const stageInvalid = refusalRule({
  id: 'stage-invalid',
  severity: 'high',
  title: 'Stage name or variable that is refused',
  why: `The name of a stage has letters, digits, hyphens and underscores; its up to ${LONGEST.variables} variables have names of letters, digits and underscores, and values without quotes, braces and the like.`,
  remediation: 'Rename the stage or the variable; keep other values in the configuration of the function.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/api/API_CreateStage.html',
  find: (surface) =>
    apisOf(surface, placeOf).flatMap(({ api }) =>
      api.stages.flatMap((stage) => violationsAt(stage, `stage ${nameOf(stage)}`, refused(stage))),
    ),
});

function refused({ name, variables }: Stage<Unknown> | HttpStage<Unknown>): readonly Found[] {
  const known = isUnknown(variables) ? [] : Object.entries(variables);
  return [
    {
      when: typeof name === 'string' && name !== '$default' && !/^[\w-]{1,128}$/.test(name),
      message: `API Gateway refuses the stage name ${String(name)}; it accepts letters, digits, - and _, ${LONGEST.name} at most.`,
      after: String(name),
    },
    {
      when: known.length > LONGEST.variables,
      message: `API Gateway refuses ${known.length} stage variables; a stage has at most ${LONGEST.variables}.`,
    },
    ...known.flatMap(([key, value]) => [
      {
        when: !/^\w{1,64}$/.test(key),
        message: `API Gateway refuses the stage variable ${key}; its name may have letters, digits and _, ${LONGEST.key} at most.`,
      },
      {
        when: typeof value === 'string' && !/^[\w .:~/?#&=,-]{0,512}$/.test(value),
        message: `API Gateway refuses the value of the stage variable ${key}; it may have letters, digits, spaces and -._~:/?#&=, and ${LONGEST.value} characters at most.`,
      },
    ]),
  ];
}
