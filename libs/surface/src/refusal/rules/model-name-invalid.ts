import { refusalRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

export const modelNameInvalid = refusalRule({
  id: 'model-name-invalid',
  severity: 'high',
  title: 'Model name with characters that are refused',
  why: 'The name of a model has letters and digits alone.',
  remediation: 'Remove the other characters from the name.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/api/API_CreateModel.html',
  find: ({ apis }) =>
    apis.flatMap(({ models }) =>
      violations('model', models, ({ name }) => ({
        when: typeof name === 'string' && !/^[A-Za-z0-9]+$/.test(name),
        message: `API Gateway refuses the model name ${String(name)}; it accepts letters and digits.`,
        after: String(name),
      })),
    ),
});
