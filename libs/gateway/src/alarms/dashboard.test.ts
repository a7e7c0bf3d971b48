import { open, stage, synthApi } from '../../testing/api';

interface Widget {
  readonly properties: { readonly title: string; readonly metrics: readonly unknown[][] };
}

function dashboard(metrics: boolean, name?: string) {
  const { aws_cloudwatch_dashboard: dashboards } = synthApi(
    (api) => {
      api.addDashboard({ name });
      api.addRoute('GET /reports/{id}', open);
    },
    { stage: { ...stage, metrics } },
  ).resource;
  const { dashboard_body: body, dashboard_name } = dashboards?.api ?? {};
  return { name: dashboard_name, widgets: (JSON.parse(String(body)) as { widgets: Widget[] }).widgets };
}

it('shows what callers of the stage see', () => {
  const { name, widgets } = dashboard(false);

  expect(name).toBe('reports-dev');
  expect(widgets.map(({ properties }) => properties.title)).toEqual([
    'Requests',
    'Errors',
    'Latency',
    'Latency of integrations',
    'Cache',
  ]);
  const of = ['ApiName', '${aws_api_gateway_rest_api.api.name}', 'Stage', '${aws_api_gateway_stage.api.stage_name}'];
  expect(widgets[2]?.properties.metrics).toEqual([
    ['AWS/ApiGateway', 'Latency', ...of, { stat: 'p50', label: 'p50' }],
    ['AWS/ApiGateway', 'Latency', ...of, { stat: 'p99', label: 'p99' }],
  ]);
});

it('shows each route where the stage counts them', () => {
  const { name, widgets } = dashboard(true, 'reports');

  expect(name).toBe('reports');
  expect(widgets.at(-1)?.properties.title).toBe('GET /reports/{id}');
  expect(widgets.at(-1)?.properties.metrics[0]).toEqual(
    expect.arrayContaining(['Count', 'Resource', '/reports/{id}', 'Method', 'GET']),
  );
});

it('gives a metric for alarms that others make', () => {
  synthApi((api) => {
    api.addRoute('GET /', open);

    expect(api.metric('IntegrationLatency')).toEqual({
      metricName: 'IntegrationLatency',
      namespace: 'AWS/ApiGateway',
      dimensions: { ApiName: '${aws_api_gateway_rest_api.api.name}', Stage: '${aws_api_gateway_stage.api.stage_name}' },
    });
  });
});
