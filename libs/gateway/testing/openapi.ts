import { synth } from '@gatehouse/testing';
import { Integration, OpenApiRestApi, type OpenApiRestApiProps } from '../src/index';
import { lambda, stage, userPool } from './api';

export const info = { title: 'Reports', version: '1' };
export const ok = { responses: { 200: { description: 'done' } } };
export const uri = '${aws_lambda_function.service.invoke_arn}';

/** Resources of an API from a document. */
export function build(document: object, props: Partial<OpenApiRestApiProps> = {}) {
  return synth((scope) => {
    new OpenApiRestApi(scope, 'api', {
      name: 'reports',
      stage,
      document,
      source: 'openapi.yaml',
      authorizer: { id: 'users', userPools: [userPool] },
      integration: Integration.lambda(lambda(scope)),
      ...props,
    });
  }).resource;
}

export const document = (paths: object, more: object = {}) => ({ openapi: '3.0.3', info, paths, ...more });
