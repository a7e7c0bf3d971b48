import { readFileSync } from 'node:fs';
import { CognitoUserPoolUiCustomization } from '@cdktf/provider-aws/lib/cognito-user-pool-ui-customization';
import {
  check,
  type IUserPool,
  type IUserPoolClient,
  nameInTerraform,
  plainText,
  snakeCase,
} from '@gatehouse/construct-kit';
import { Construct } from 'constructs';
import { checkClientOf } from '../clients/client-of-pool';
import { keepOne } from '../user-pool/one-of-each';

/**
 * At least one of `css` and `imageFile` is given.
 * @example domain.addClassicStyle('style', { imageFile: join(__dirname, 'logo.png') })
 */
export interface ClassicPagesStyleOptions {
  /**
   * Rules for the classes that Cognito names: `.submitButton-customizable { background-color: #205030; }`.
   * @default - none
   */
  readonly css?: string;
  /**
   * Path of a logo: PNG or JPEG, up to 100 kB.
   * @default - none
   */
  readonly imageFile?: string;
  /**
   * The client whose pages look like this.
   * @default - every client that has no style of its own
   */
  readonly client?: IUserPoolClient;
}

/**
 * The options of a style, and where it belongs.
 * @example domain.addClassicStyle('style', { css: '.banner-customizable { padding: 0; }' })
 */
export interface ClassicPagesStyleProps extends ClassicPagesStyleOptions {
  readonly userPool: IUserPool;
  /** Reference to the pool's id in its domain, so that the domain is made first. */
  readonly userPoolId: string;
}

/**
 * How the classic sign-in pages look. `addClassicStyle` of a domain makes it.
 *
 * @throws ConstructError when nothing is given, for a client of another pool, for a second style of the same pool or client, and for an
 * image that cannot be read, is another kind of file, or too large.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/hosted-ui-classic-branding.html
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cognito_user_pool_ui_customization
 * @example
 * domain.addClassicStyle('style', { css: '.submitButton-customizable { background-color: #205030; }' });
 */
export class ClassicPagesStyle extends Construct {
  constructor(scope: Construct, id: string, props: ClassicPagesStyleProps) {
    super(scope, id);
    const { userPool, userPoolId, client, css, imageFile } = props;
    check(this, Boolean(css?.trim()) || imageFile !== undefined, {
      prop: 'css',
      expected: 'css or imageFile',
      found: css,
      fix: 'Give one of them',
    });
    check(this, css === undefined || css.length <= MOST_CSS, {
      prop: 'css',
      expected: 'at most 131,072 characters',
      found: `${css?.length} characters`,
      fix: 'Shorten it; Cognito takes rules for its own classes alone',
    });
    if (client !== undefined) {
      checkClientOf(this, userPool, { prop: 'client', client, fix: 'Add the style to the domain of its pool' });
    }
    keepOne(this, 'style', client ?? userPool);
    const style = new CognitoUserPoolUiCustomization(this, 'Resource', {
      userPoolId,
      clientId: client?.clientId,
      css: css && plainText(css),
      ...(imageFile !== undefined && { imageFile: imageOf(this, imageFile) }),
    });
    nameInTerraform(style, snakeCase(id));
  }
}

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetUICustomization.html */
const MOST_CSS = 131_072;
/** https://docs.aws.amazon.com/cognito/latest/developerguide/hosted-ui-classic-branding.html */
const MOST_BYTES = 100_000;
/** What files of each kind begin with. */
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff]);

function imageOf(construct: Construct, imageFile: string): string {
  let image: Buffer | undefined;
  try {
    image = readFileSync(imageFile);
  } catch {
    // Refused below, with the place.
  }
  check(construct, image !== undefined, {
    prop: 'imageFile',
    expected: 'a file that can be read',
    found: imageFile,
    fix: 'Give its path, such as join(__dirname, "logo.png")',
  });
  check(
    construct,
    image.length <= MOST_BYTES && [PNG, JPEG].some((kind) => image.subarray(0, kind.length).equals(kind)),
    {
      prop: 'imageFile',
      expected: 'a PNG or JPEG of at most 100 kB',
      found: `${imageFile} (${image.length} bytes)`,
      fix: 'Save the logo as one of them, smaller where it is too large',
    },
  );
  return image.toString('base64');
}
