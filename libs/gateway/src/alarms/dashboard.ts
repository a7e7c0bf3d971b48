import { CloudwatchDashboard } from '@cdktf/provider-aws/lib/cloudwatch-dashboard';
import { currentAccount, nameInTerraform } from '@gatehouse/construct-kit';
import { Lazy } from 'cdktf';
import { Construct } from 'constructs';
import { type ApiContext } from '../api-context';
import { type ApiMetrics } from './metrics';

/** The dashboard of an API. */
export interface DashboardOptions {
  /** @default - name of the API and its stage */
  readonly name?: string;
}

export interface DashboardProps {
  readonly name: string;
  /** What is shown. */
  readonly metrics: ApiMetrics;
  /** Routes that CloudWatch counts by themselves, at synthesis. */
  readonly routes: () => readonly string[];
}

type Metric = readonly [metric: string, stat: string, label: string];

const errors = ({ clientErrors, serverErrors }: ApiMetrics): readonly Metric[] => [
  [clientErrors, 'Sum', '4XX'],
  [serverErrors, 'Sum', '5XX'],
];

const charts = (metrics: ApiMetrics): readonly (readonly [title: string, ...Metric[]])[] => [
  ['Requests', ['Count', 'Sum', 'requests']],
  ['Errors', ...errors(metrics)],
  ['Latency', ['Latency', 'p50', 'p50'], ['Latency', 'p99', 'p99']],
  ['Latency of integrations', ['IntegrationLatency', 'p50', 'p50'], ['IntegrationLatency', 'p99', 'p99']],
  ...(metrics.cache ? [['Cache', ['CacheHitCount', 'Sum', 'hits'], ['CacheMissCount', 'Sum', 'misses']] as const] : []),
];

/**
 * What callers of a stage see, on one page. Requests above a limit are among the answers with 4XX: API Gateway counts them nowhere else.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-metrics-and-dimensions.html
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudwatch_dashboard
 */
export class Dashboard extends Construct {
  constructor(
    scope: Construct,
    id: string,
    api: Pick<ApiContext, 'terraformName'>,
    private readonly props: DashboardProps,
  ) {
    super(scope, id);
    const { region } = currentAccount(scope, 'gateway');
    const dashboard = new CloudwatchDashboard(this, 'Resource', {
      dashboardName: props.name.replace(/[^\w-]/g, '-'),
      dashboardBody: Lazy.stringValue({ produce: () => JSON.stringify({ widgets: this.widgets(region) }) }),
    });
    nameInTerraform(dashboard, api.terraformName);
  }

  private widgets(region: string): object[] {
    const whole = charts(this.props.metrics).map(([title, ...metrics]) => ({ title, lines: this.lines(metrics) }));
    const routes = this.props.routes().map((key) => {
      const [verb = '', path = ''] = key.split(' ');
      const metrics: Metric[] = [['Count', 'Sum', 'requests'], ...errors(this.props.metrics)];
      return { title: key, lines: this.lines(metrics, ['Resource', path, 'Method', verb]) };
    });
    return [...whole, ...routes].map(({ lines, title }, index) => ({
      type: 'metric',
      x: (index % 2) * 12,
      y: Math.floor(index / 2) * 6,
      width: 12,
      height: 6,
      properties: { title, region, period: 60, view: 'timeSeries', metrics: lines },
    }));
  }

  private lines(metrics: readonly Metric[], route: readonly string[] = []): unknown[] {
    const dimensions = [...Object.entries(this.props.metrics.dimensions).flat(), ...route];
    return metrics.map(([metric, stat, label]) => ['AWS/ApiGateway', metric, ...dimensions, { stat, label }]);
  }
}
