/** A request that AWS, or the emulator, refused. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly reason: string,
  ) {
    super(`${status} ${code}: ${reason}`);
  }
}

/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers of a dozen services, checked by each test */
type Body = any;

/** The AWS wire protocols as bare HTTP: what Terraform sends, without an SDK that hides or mends it. */
export class Aws {
  constructor(readonly url: string) {}

  /** API Gateway, Lambda. */
  async rest(service: string, method: string, path: string, body?: object): Promise<Body> {
    return (await this.send(service, method, path, body && JSON.stringify(body), {})).body;
  }

  patch(path: string, ...patchOperations: object[]): Promise<Body> {
    return this.rest('apigateway', 'PATCH', path, { patchOperations });
  }

  /** Cognito user pools. */
  async idp(operation: string, body: object): Promise<Body> {
    return (await this.json('cognito-idp', `AWSCognitoIdentityProviderService.${operation}`, body)).body;
  }

  /** A public operation, as a browser sends it: not signed, so it names no region. */
  async publicIdp(operation: string, body: object): Promise<Body> {
    const target = `AWSCognitoIdentityProviderService.${operation}`;
    return (await this.json('cognito-idp', target, body, false)).body;
  }

  /** Cognito identity pools. */
  async identity(operation: string, body: object): Promise<Body> {
    return (await this.json('cognito-identity', `AWSCognitoIdentityService.${operation}`, body)).body;
  }

  /** A public operation of identity pools: not signed. */
  async publicIdentity(operation: string, body: object): Promise<Body> {
    return (await this.json('cognito-identity', `AWSCognitoIdentityService.${operation}`, body, false)).body;
  }

  /** STS, unsigned; its answers are XML. */
  async sts(Action: string, parameters: Record<string, string>): Promise<string> {
    const body = new URLSearchParams({ Action, Version: '2011-06-15', ...parameters }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return (await this.send('sts', 'POST', '/', body, headers, false)).body;
  }

  /** What is published below an issuer: keys, OpenID configuration. */
  async published(path: string): Promise<Body> {
    return (await this.send('', 'GET', path, undefined, {}, false)).body;
  }

  /** Step Functions. */
  async states(operation: string, body: object): Promise<Body> {
    return (await this.json('states', `AWSStepFunctions.${operation}`, body)).body;
  }

  /** CloudWatch Logs. */
  async logs(operation: string, body: object): Promise<Body> {
    return (await this.json('logs', `Logs_20140328.${operation}`, body)).body;
  }

  /** KMS. */
  async kms(operation: string, body: object): Promise<Body> {
    return (await this.json('kms', `TrentService.${operation}`, body)).body;
  }

  /** Certificate Manager. */
  async acm(operation: string, body: object): Promise<Body> {
    return (await this.json('acm', `CertificateManager.${operation}`, body)).body;
  }

  /** Version 1 of SES; its answers are XML. */
  async ses(Action: string, parameters: Record<string, string>): Promise<string> {
    const body = new URLSearchParams({ Action, Version: '2010-12-01', ...parameters }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return (await this.send('ses', 'POST', '/', body, headers)).body;
  }

  /** IAM; its answers are XML. */
  async iam(Action: string, parameters: Record<string, string>): Promise<string> {
    const body = new URLSearchParams({ Action, Version: '2010-05-08', ...parameters }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return (await this.send('iam', 'POST', '/', body, headers)).body;
  }

  /** EC2; its answers are XML. */
  async ec2(Action: string): Promise<string> {
    const body = new URLSearchParams({ Action, Version: '2016-11-15' }).toString();
    return (await this.send('ec2', 'POST', '/', body, { 'content-type': 'application/x-www-form-urlencoded' })).body;
  }

  /** S3 with path-style addresses; its answers are XML. */
  async s3(method: string, path: string, body?: string, headers: Record<string, string> = {}): Promise<string> {
    return (await this.send('s3', method, path, body, { 'content-type': 'application/xml', ...headers })).body;
  }

  /** Route 53; its requests and answers are XML. */
  async route53(method: string, path: string, body?: string): Promise<string> {
    return (await this.send('route53', method, path, body, { 'content-type': 'application/xml' })).body;
  }

  /** What a stage, or a deployment, serves. */
  async deployment(query: Record<string, string>): Promise<Body> {
    const response = await fetch(`${this.url}/moto-api/gatehouse/deployment?${new URLSearchParams(query)}`);
    if (!response.ok) throw new Error(`The deployment answers ${response.status} ${await response.text()}`);
    return response.json();
  }

  /** The last code that was sent to the user: for `SignUp`, `ForgotPassword`, `Authentication`, ... */
  async code(username: string, occasion: string): Promise<string> {
    return (await this.codes(username, occasion))[0]!.code!;
  }

  /** The codes that were sent to the user, the newest first. */
  async codes(username: string, occasion: string): Promise<readonly Record<string, string>[]> {
    const query = new URLSearchParams({ username, for: occasion });
    const response = await fetch(`${this.url}/moto-api/gatehouse/codes?${query}`);
    return ((await response.json()) as { codes: Record<string, string>[] }).codes;
  }

  /** Moves the clock of sign-in forward. */
  async wait(seconds: number): Promise<void> {
    await this.clock({ seconds });
  }

  /** The clock of sign-in, in seconds since 1970. */
  async now(): Promise<number> {
    return (await this.clock({})).now;
  }

  private async clock(body: object): Promise<{ now: number }> {
    const response = await fetch(`${this.url}/moto-api/gatehouse/clock`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`The clock answers ${response.status} ${await response.text()}`);
    return (await response.json()) as { now: number };
  }

  private json(service: string, target: string, body: object, signed = true) {
    const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': target };
    return this.send(service, 'POST', '/', JSON.stringify(body), headers, signed);
  }

  private async send(
    service: string,
    method: string,
    path: string,
    body: string | undefined,
    headers: Record<string, string>,
    signed = true,
  ): Promise<{ body: Body; headers: Headers }> {
    const scope = `Credential=test/20260101/eu-west-1/${service}/aws4_request`;
    const authorization = `AWS4-HMAC-SHA256 ${scope}, SignedHeaders=host, Signature=0`;
    const response = await fetch(this.url + path, {
      method,
      body,
      headers: { 'content-type': 'application/json', ...(signed ? { authorization } : {}), ...headers },
    });
    const text = await response.text();
    const answer = /^[[{]/.test(text) ? JSON.parse(text) : text;
    if (!response.ok) {
      // Identity pools write a colon after it.
      const inXml = /<Code>([^<]*)<\/Code>/.exec(text)?.[1];
      const code = response.headers.get('x-amzn-errortype')?.split(':')[0] ?? answer.__type ?? inXml ?? 'none';
      throw new Refused(response.status, code, answer.message ?? text.slice(0, 400));
    }
    return { body: answer, headers: response.headers };
  }
}
