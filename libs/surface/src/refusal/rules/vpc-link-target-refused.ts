import { knownItems } from '../../model/lists';
import { refusalRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

export const vpcLinkTargetRefused = refusalRule({
  id: 'vpc-link-target-refused',
  severity: 'high',
  title: 'VPC link of REST APIs to another load balancer than a Network Load Balancer',
  why: 'A VPC link of a REST API (aws_api_gateway_vpc_link) leads to a Network Load Balancer. Links of HTTP APIs lead into subnets, and their integrations name the listener.',
  remediation: 'Put a Network Load Balancer in front, or use an HTTP API with aws_apigatewayv2_vpc_link.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/api/API_CreateVpcLink.html',
  find: ({ vpcLinks = [] }) =>
    violations('VPC link', vpcLinks, ({ targetArns }) =>
      knownItems(targetArns).map((arn) => ({
        when: !/^arn:[\w-]+:elasticloadbalancing:[^:]*:[^:]*:loadbalancer\/net\//.test(arn),
        message: `API Gateway refuses ${arn}; it must be the ARN of a Network Load Balancer.`,
        after: arn,
      })),
    ),
});
