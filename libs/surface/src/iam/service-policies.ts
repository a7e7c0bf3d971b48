import { isObject } from '../terraform/unreadable';
import type { Gained } from './gains';

/**
 * AWS's own policies for a service to do its task, which AWS tells everyone to attach. They allow it on every resource, and no
 * one but the service uses them.
 */
const OF_SERVICES =
  /:policy\/(service-role\/)?(AWSLambda\w*ExecutionRole|AWSXRayDaemonWriteAccess|AmazonAPIGatewayPushToCloudWatchLogs|AmazonECSTaskExecutionRolePolicy|AmazonEC2ContainerServiceEventsRole|AmazonEC2ContainerServiceAutoscaleRole|AmazonEC2ContainerRegistry(ReadOnly|PullOnly)|AmazonEKS(ClusterPolicy|WorkerNode\w*|_CNI_Policy|FargatePodExecutionRolePolicy|VPCResourceController)|AmazonRDSEnhancedMonitoringRole|AmazonSSMManagedInstanceCore|AWSCodeDeployRole\w*|CloudWatchAgentServerPolicy)$/;

/** Whether a policy is what a service needs for its task, on a role that only services can assume. */
export const isForService = ({ identity }: Gained, arn: string | undefined): boolean =>
  arn !== undefined && OF_SERVICES.test(arn) && isServiceRole(identity.resource?.raw('assume_role_policy'));

function isServiceRole(trust: unknown): boolean {
  const document = typeof trust === 'string' ? parsed(trust) : trust;
  const statements = isObject(document) ? [document['Statement']].flat() : [];
  return (
    statements.length > 0 &&
    statements.every((statement) => {
      const principal = isObject(statement) ? statement['Principal'] : undefined;
      return isObject(principal) && Object.keys(principal).join() === 'Service';
    })
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
