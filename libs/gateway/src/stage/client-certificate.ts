import { ApiGatewayClientCertificate } from '@cdktf/provider-aws/lib/api-gateway-client-certificate';
import { nameInTerraform, plainText, snakeCase } from '@gatehouse/construct-kit';
import { Construct } from 'constructs';
import { reference } from '../terraform';

/** The certificate by which a backend knows API Gateway. */
export interface ClientCertificateProps {
  /** @default - none */
  readonly description?: string;
  /**
   * Tags beside those of the provider.
   * @default - none
   */
  readonly tags?: Readonly<Record<string, string>>;
}

/**
 * A certificate with which API Gateway shows an HTTP backend that it is API Gateway. AWS makes it, and it expires after a year: make
 * another with an id of its own, let the backend accept both, name the new one in `stage.clientCertificate`, and remove the old one.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/getting-started-client-side-ssl-authentication.html
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/api_gateway_client_certificate
 * @example
 * const certificate = new ClientCertificate(this, 'backend-2027', { description: 'For the backend, until 2027-11' });
 * new RestApi(this, 'api', { name: 'reports', stage: { ...stage, clientCertificate: certificate } });
 */
export class ClientCertificate extends Construct {
  /** Reference to its id. */
  readonly clientCertificateId: string;
  private readonly resource: ApiGatewayClientCertificate;

  constructor(scope: Construct, id: string, { description, tags }: ClientCertificateProps = {}) {
    super(scope, id);
    this.resource = new ApiGatewayClientCertificate(this, 'Resource', {
      description: description && plainText(description),
      tags: tags && { ...tags },
    });
    nameInTerraform(this.resource, snakeCase(id));
    this.clientCertificateId = reference(this.resource, 'id');
  }

  /** The certificate that the backend must accept. */
  get pemEncodedCertificate(): string {
    return this.resource.pemEncodedCertificate;
  }

  /** When it expires. */
  get expirationDate(): string {
    return this.resource.expirationDate;
  }
}
