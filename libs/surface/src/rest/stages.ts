import type { MethodSettings, Stage, Unknown } from '../model';
import { isUnknown, unknown } from '../model/value';
import type { Catalog } from '../terraform/catalog';
import type { Resource } from '../terraform/resource';
import { readAccessLog } from '../access-log';
import type { Owner } from '../api-owner';
import { optional } from '../optional';
import { webAclOf } from '../protection/web-acls';

const STAGE = 'aws_api_gateway_stage';
const DEPLOYMENT = 'aws_api_gateway_deployment';

/** Stages of their own, and those that a deployment with `stage_name` makes. */
export function readStages(owner: Owner, catalog: Catalog): Stage<Unknown>[] {
  const settings = owner.members('aws_api_gateway_method_settings');
  const implied = owner.members(DEPLOYMENT).filter((deployment) => deployment.has('stage_name'));
  return [...owner.members(STAGE), ...implied].map((stage) => {
    const name = stage.text('stage_name', unknown());
    const deploymentId = stage.type === DEPLOYMENT ? stage.computed('id') : stage.text('deployment_id', unknown());
    const deployment = stage.type === DEPLOYMENT ? stage : catalog.target(stage, deploymentId, DEPLOYMENT);
    return {
      name,
      deploymentId,
      variables: stage.textTable('variables'),
      tracing: stage.flag('xray_tracing_enabled', false),
      cacheCluster: stage.flag('cache_cluster_enabled', false),
      methodSettings: settings.filter((each) => isOf(each, stage, name, catalog)).map(readSettings),
      ...stage.located,
      ...(deployment ? { deployment: deployment.address } : {}),
      ...optional('accessLog', readAccessLog(stage)),
      ...optional('cacheClusterSize', stage.text('cache_cluster_size')),
      ...optional('clientCertificateId', stage.text('client_certificate_id')),
      ...optional('canary', readCanary(stage)),
      ...optional('webAclArn', webAclOf(stage, catalog)),
    };
  });
}

function readCanary(stage: Resource): Stage<Unknown>['canary'] {
  const canary = stage.block('canary_settings');
  return (
    canary && {
      deploymentId: canary.text('deployment_id', unknown()),
      percentTraffic: canary.number('percent_traffic', 0),
      variables: canary.textTable('stage_variable_overrides'),
    }
  );
}

function isOf(settings: Resource, stage: Resource, name: string | Unknown, catalog: Catalog): boolean {
  const wanted = settings.text('stage_name');
  return isUnknown(wanted) ? catalog.target(settings, wanted, stage.type) === stage : wanted === name;
}

function readSettings(resource: Resource): MethodSettings<Unknown> {
  const settings = resource.blockOrEmpty('settings');
  const rate = settings.number('throttling_rate_limit', -1);
  const burst = settings.number('throttling_burst_limit', -1);
  return {
    ...resource.located,
    methodPath: resource.text('method_path', unknown()),
    // The provider writes -1 for "not limited here".
    ...(isUnknown(rate) || rate >= 0 ? { throttleRate: rate } : {}),
    ...(isUnknown(burst) || burst >= 0 ? { throttleBurst: burst } : {}),
    metrics: settings.flag('metrics_enabled', false),
    loggingLevel: settings.text('logging_level', 'OFF'),
    dataTrace: settings.flag('data_trace_enabled', false),
    caching: settings.flag('caching_enabled', false),
    cacheEncrypted: settings.flag('cache_data_encrypted', false),
    ...optional('cacheTtl', settings.number('cache_ttl_in_seconds')),
  };
}
