import { open, refusal, synthApi } from '../../testing/api';

describe('paths', () => {
  it('share what they have in common', () => {
    const { resource } = synthApi((api) => {
      api.addRoute('GET /reports/{id}', open);
      api.addRoute('GET /reports', open);
      api.addRoute('DELETE /reports/{id}', open);
      api.addRoute('GET /reports/{id}/pages', open);
      api.addRoute('GET /2024/{proxy+}', open);
    });

    const rest_api_id = '${aws_api_gateway_rest_api.api.id}';
    const root = '${aws_api_gateway_rest_api.api.root_resource_id}';
    expect(resource.aws_api_gateway_resource).toEqual({
      reports: { rest_api_id, parent_id: root, path_part: 'reports' },
      reports_by_id: { rest_api_id, parent_id: '${aws_api_gateway_resource.reports.id}', path_part: '{id}' },
      reports_by_id_pages: {
        rest_api_id,
        parent_id: '${aws_api_gateway_resource.reports_by_id.id}',
        path_part: 'pages',
      },
      _2024: { rest_api_id, parent_id: root, path_part: '2024' },
      _2024_proxy: { rest_api_id, parent_id: '${aws_api_gateway_resource._2024.id}', path_part: '{proxy+}' },
    });
  });

  it('need no resource for the root', () => {
    const { resource } = synthApi((api) => api.addRoute('GET /', open));

    expect(resource.aws_api_gateway_resource).toBeUndefined();
    expect(resource.aws_api_gateway_method?.get_root).toMatchObject({
      resource_id: '${aws_api_gateway_rest_api.api.root_resource_id}',
    });
  });

  it('fails when two routes name one parameter differently', () => {
    const message = refusal((api) => {
      api.addRoute('GET /reports/{id}', open);
      api.addRoute('GET /reports/{reportId}/pages', open);
    });

    expect(message).toBe(
      'test/api/paths, GET /reports/{reportId}/pages: expected {id}, as in GET /reports/{id}, found "{reportId}". ' +
        'Paths that share their beginning also share the name of the parameter after it.',
    );
  });

  it('fails when a parameter and the rest of the path are at one place', () => {
    const message = refusal((api) => {
      api.addRoute('GET /{id}', open);
      api.addRoute('GET /{proxy+}', open);
    });

    expect(message).toContain('expected {id}, as in GET /{id}, found "{proxy+}"');
  });

  it('allows different parameters below different parents, and fixed parts next to a parameter', () => {
    const { resource } = synthApi((api) => {
      api.addRoute('GET /a/{id}', open);
      api.addRoute('GET /b/{name}', open);
      api.addRoute('GET /a/latest', open);
    });

    expect(Object.keys(resource.aws_api_gateway_resource ?? {})).toEqual([
      'a',
      'a_by_id',
      'a_latest',
      'b',
      'b_by_name',
    ]);
  });
});
