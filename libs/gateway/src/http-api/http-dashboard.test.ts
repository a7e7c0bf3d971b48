import { httpStage, openTo, synthHttpApi } from '../../testing/http-api';

interface Widget {
  readonly properties: { readonly title: string; readonly metrics: readonly unknown[][] };
}

function dashboard(metrics: boolean) {
  const { aws_cloudwatch_dashboard } = synthHttpApi(
    (api, scope) => {
      const route = openTo(scope);
      api.addRoute('GET /a', route);
      api.addRoute('$default', route);
      api.addDashboard();
    },
    { stage: { ...httpStage, metrics } },
  ).resource;
  const { dashboard_body, dashboard_name } = aws_cloudwatch_dashboard!.api!;
  return { name: dashboard_name, widgets: (JSON.parse(dashboard_body as string) as { widgets: Widget[] }).widgets };
}

const of = ['ApiId', '${aws_apigatewayv2_api.api.id}', 'Stage', '${aws_apigatewayv2_stage.api.name}'];

it('shows what callers of an HTTP API see', () => {
  const { name, widgets } = dashboard(false);

  expect(name).toBe('reports-default');
  const titles = widgets.map(({ properties }) => properties.title);
  expect(titles).toEqual(['Requests', 'Errors', 'Latency', 'Latency of integrations']);
  expect(widgets[1]?.properties.metrics).toEqual([
    ['AWS/ApiGateway', '4xx', ...of, { stat: 'Sum', label: '4XX' }],
    ['AWS/ApiGateway', '5xx', ...of, { stat: 'Sum', label: '5XX' }],
  ]);
});

it('shows each route that the stage counts', () => {
  const { widgets } = dashboard(true);

  expect(widgets.map(({ properties }) => properties.title)).toContain('GET /a');
  expect(widgets.at(-1)?.properties.metrics[0]).toEqual([
    ...['AWS/ApiGateway', 'Count', ...of, 'Resource', '/a', 'Method', 'GET'],
    { stat: 'Sum', label: 'requests' },
  ]);
});
