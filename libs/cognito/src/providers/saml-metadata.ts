import { existsSync, readFileSync } from 'node:fs';
import { check, plainText } from '@gatehouse/construct-kit';
import { type Construct } from 'constructs';
import { checkHttps } from './check-provider';
import { type Details } from './identity-provider';

/**
 * What a SAML provider says of itself: its certificates and where it signs people in. Made by `SamlMetadata`.
 * @example SamlMetadata.url('https://login.example.com/metadata.xml')
 */
export interface SamlMetadata {
  /** @throws ConstructError for what is no URL or no metadata. */
  details(provider: Construct): Details;
}

/**
 * The metadata of a SAML provider. By its URL Cognito reads it again every six hours, or before it expires, so a new certificate of the
 * provider is known by itself; a file is read once, when the app is synthesized.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-integrating-3rd-party-saml-providers.html
 * @example SamlMetadata.url('https://login.example.com/metadata.xml')
 */
export const SamlMetadata = {
  url(url: string): SamlMetadata {
    return {
      details(provider) {
        checkHttps(provider, 'metadata', url);
        return { MetadataURL: url };
      },
    };
  },

  /** @param path absolute: `join(__dirname, 'corp.xml')` */
  file(path: string): SamlMetadata {
    return {
      details(provider) {
        check(provider, existsSync(path), {
          prop: 'metadata',
          expected: 'a file with the metadata of the provider',
          found: path,
          fix: 'Download it from the provider, and give its absolute path',
        });
        const xml = readFileSync(path, 'utf8');
        check(provider, /<([\w.-]+:)?EntityDescriptor[\s>]/.test(xml), {
          prop: 'metadata',
          expected: 'SAML metadata, which has an EntityDescriptor',
          found: path,
          fix: 'Download the metadata of the provider as XML; a certificate alone does not do',
        });
        check(provider, xml.length <= MOST_CHARACTERS, {
          prop: 'metadata',
          expected: 'at most 131,072 characters of metadata',
          found: `${path}, ${xml.length} characters`,
          fix: 'Take out what is of other parties, or use SamlMetadata.url',
        });
        return { MetadataFile: plainText(xml) };
      },
    };
  },
} as const;

/** Of each setting. https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateIdentityProvider.html */
const MOST_CHARACTERS = 131_072;
