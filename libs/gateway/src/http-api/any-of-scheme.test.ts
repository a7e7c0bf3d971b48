import { refusal } from '../../testing/api';
import { openTo, synthHttpApi } from '../../testing/http-api';

it('every page of a scheme may call an HTTP API, and no REST API', () => {
  const cors = { allowOrigins: ['https://*', 'http://localhost:3000'] };
  const { resource } = synthHttpApi((api, scope) => api.addRoute('GET /a', openTo(scope)), { cors });

  expect(resource.aws_apigatewayv2_api?.api?.cors_configuration).toMatchObject({ allow_origins: cors.allowOrigins });
  expect(refusal(() => {}, { cors })).toContain('found "https://*".');
});
