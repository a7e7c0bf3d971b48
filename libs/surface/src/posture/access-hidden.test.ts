import { evaluateRules } from '../findings/evaluate-rules';
import { surfaceFromSynth } from '../surface-from-synth';
import { accessHidden } from './critical/access-hidden';

/** What is found in a stack with one REST method. */
const found = (authorization: string, more: object = {}) =>
  evaluateRules(
    [accessHidden],
    surfaceFromSynth({
      'dev-api': {
        ...more,
        resource: {
          aws_api_gateway_rest_api: { shop: { name: 'shop' } },
          aws_api_gateway_method: {
            me: {
              '//': { metadata: { path: 'dev-api/shop/get_me' } },
              rest_api_id: '${aws_api_gateway_rest_api.shop.id}',
              resource_id: '${aws_api_gateway_rest_api.shop.root_resource_id}',
              http_method: 'GET',
              authorization,
            },
          },
        },
      },
    }),
    'development',
  ).map(({ severity, subject, constructPath, message }) => [severity, subject, constructPath, message]);

const HIDDEN = [
  [
    'critical',
    'GET /',
    'dev-api/shop/get_me',
    'No review can show who has access by GET /: Terraform hides who may call it as sensitive.',
  ],
];

it('finds a guard that is hidden, by its construct path', () => {
  expect(found('${sensitive("NONE")}')).toEqual(HIDDEN);
  expect(found('${var.guard}', { variable: { guard: { type: 'string', sensitive: true } } })).toEqual(HIDDEN);
  expect(found('${local.guard}', { locals: { guard: '${sensitive("AWS_IAM")}' } })).toEqual(HIDDEN);
});

it('says nothing of what is known, or known only after the apply', () => {
  expect(found('AWS_IAM')).toEqual([]);
  expect(found('${nonsensitive("AWS_IAM")}')).toEqual([]);
  expect(found('${var.guard}', { variable: { guard: { type: 'string' } } })).toEqual([]);
});

it('finds principals and policies that are hidden', () => {
  const resource = {
    aws_lambda_permission: {
      x: { function_name: 'x', action: 'lambda:InvokeFunction', principal: '${sensitive("*")}' },
    },
    aws_iam_role: { x: { name: 'x', assume_role_policy: '${sensitive(jsonencode({}))}' } },
    aws_cognito_user_pool: { x: { name: 'x', mfa_configuration: '${sensitive("OFF")}' } },
  };
  const subjects = evaluateRules([accessHidden], surfaceFromSynth([{ resource }])).map(({ subject }) => subject);
  expect(subjects.sort()).toEqual(['aws_lambda_permission.x', 'role x', 'user pool x']);
});

it('finds one that is hidden among others', () => {
  const pages = (...callback_urls: string[]) => {
    const client = { name: 'web', user_pool_id: 'p', callback_urls };
    return evaluateRules(
      [accessHidden],
      surfaceFromSynth([{ resource: { aws_cognito_user_pool_client: { web: client } } }]),
    ).map(({ message }) => message);
  };
  expect(pages('https://a.example/in', '${sensitive("https://b.example/in")}')).toEqual([
    'No review can show who has access by app client web: Terraform hides its redirect addresses as sensitive.',
  ]);
  expect(pages('https://a.example/in', '${data.external.later.result}')).toEqual([]);
});
