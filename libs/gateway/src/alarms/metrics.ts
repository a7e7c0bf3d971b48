import { type CloudwatchMetricAlarmConfig } from '@cdktf/provider-aws/lib/cloudwatch-metric-alarm';
import { type ApiContext } from '../api-context';
import { type HttpApiContext } from '../http-api/http-api-context';
import { type Alarm } from './thresholds';

/** What CloudWatch counts of one stage, and what API Gateway calls it. */
export interface ApiMetrics {
  readonly dimensions: Readonly<Record<string, string>>;
  /** Name of the metric of answers with 4XX. */
  readonly clientErrors: string;
  /** Name of the metric of answers with 5XX. */
  readonly serverErrors: string;
  /** Whether the average of errors is their share of all requests, as AWS documents of REST APIs alone. */
  readonly averageIsShare: boolean;
  /** Whether hits of a cache are counted. */
  readonly cache: boolean;
}

/** What CloudWatch counts of a stage of a REST API. */
export type RestMetric =
  '4XXError' | '5XXError' | 'CacheHitCount' | 'CacheMissCount' | 'Count' | 'IntegrationLatency' | 'Latency';

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-metrics-and-dimensions.html */
export const restMetrics = (
  { apiNameReference: ApiName }: Pick<ApiContext, 'apiNameReference'>,
  Stage: string,
): ApiMetrics => ({
  dimensions: { ApiName, Stage },
  clientErrors: '4XXError',
  serverErrors: '5XXError',
  averageIsShare: true,
  cache: true,
});

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-metrics.html */
export const httpMetrics = ({ apiId: ApiId }: Pick<HttpApiContext, 'apiId'>, Stage: string): ApiMetrics => ({
  dimensions: { ApiId, Stage },
  clientErrors: '4xx',
  serverErrors: '5xx',
  averageIsShare: false,
  cache: false,
});

/** What an alarm looks at, each minute. */
export function watched(
  metrics: ApiMetrics,
  { metric = 'Latency', statistic }: Alarm,
): Partial<CloudwatchMetricAlarmConfig> {
  const metricName = metric === 'Latency' ? metric : metrics[metric];
  const of = { namespace: 'AWS/ApiGateway', dimensions: { ...metrics.dimensions }, period: 60 };
  if (metric === 'Latency' || metrics.averageIsShare) return { ...of, metricName, ...statistic };
  const sum = (name: string) => ({ ...of, metricName: name, stat: 'Sum' });
  return {
    metricQuery: [
      { id: 'share', expression: 'FILL(errors, 0) / requests', label: metric, returnData: true },
      { id: 'errors', metric: sum(metricName), returnData: false },
      { id: 'requests', metric: sum('Count'), returnData: false },
    ],
  };
}
