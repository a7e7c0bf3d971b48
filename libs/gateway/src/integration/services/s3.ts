import { type Integration } from '../integration';
import { type ContentHandling, ResponseValue } from '../rest/answers';
import { serviceIntegration } from '../rest/aws';
import { serviceAnswers, type ServiceAnswerOptions } from '../rest/service-answers';
import { type MappedValue, RequestValue } from '../request-value';

/** A bucket of S3, such as `S3Bucket` of the provider. */
export interface BucketTarget {
  readonly bucket: string;
  readonly arn: string;
}

/** An object of a bucket. */
export interface ObjectOptions extends ServiceAnswerOptions {
  /** Key of the object, behind the prefix: of a route `/files/{proxy+}` it is `RequestValue.path('proxy')`. */
  readonly key: MappedValue;
  /**
   * What keys begin with, such as `public/`. The role reaches no other object.
   * @default - the whole bucket
   */
  readonly prefix?: string;
  /**
   * Whether the body is made binary or text.
   * @default - as the binary media types of the API say
   */
  readonly contentHandling?: ContentHandling;
}

/**
 * Answers with an object, or with 404, of a REST API.
 *
 * @example
 * const key = RequestValue.path('proxy');
 * api.addRoute('GET /files/{proxy+}', { auth, integration: Integration.getObject(bucket, { prefix: 'public/', key }) });
 */
export function getObject(bucket: BucketTarget, options: ObjectOptions): Integration {
  const headers = { 'Content-Type': ResponseValue.header('Content-Type'), ETag: ResponseValue.header('ETag') };
  const { contentHandling } = options;
  const answers = serviceAnswers(undefined, { headers, ...(contentHandling && { contentHandling }) }, true);
  return object('GET', 'GetObject', bucket, { answers, ...options, contentHandling: undefined });
}

/** Puts the body of the request into an object, of a REST API. */
export function putObject(bucket: BucketTarget, options: ObjectOptions): Integration {
  return object('PUT', 'PutObject', bucket, { answers: serviceAnswers('{}'), ...options });
}

function object(
  method: 'GET' | 'PUT',
  action: string,
  bucket: BucketTarget,
  options: ObjectOptions & Required<Pick<ServiceAnswerOptions, 'answers'>>,
): Integration {
  const { answers, contentHandling, key, prefix = '', timeoutMilliseconds } = options;
  const type = { 'Content-Type': RequestValue.header('Content-Type') };
  return serviceIntegration(
    (route) => {
      const isPrefix = /^[\w!.*()/-]*$/.test(prefix) && !prefix.startsWith('/');
      route.check(isPrefix, 'a prefix of keys, such as public/', prefix, 'Use letters, digits and ! - _ . * ( ) /');
      return {
        service: 's3',
        rest: `path/${bucket.bucket}/${prefix}{key}`,
        method,
        parameters: { path: { key }, ...(method === 'PUT' && { headers: type }) },
        answers,
        contentHandling,
        timeoutMilliseconds,
      };
    },
    { sid: action, actions: [`s3:${action}`], resources: [`${bucket.arn}/${prefix}*`] },
  );
}
