import type Provider from 'oidc-provider';
import { type Configuration } from 'oidc-provider';

/** Loads the library at its first use, which few pools have; its advice for production is not for a laptop. */
export async function newProvider(issuer: string, configuration: Configuration): Promise<Provider> {
  const { warn } = console;
  console.warn = (...parts: unknown[]) => {
    if (!String(parts[0]).includes('oidc-provider WARNING')) warn(...parts);
  };
  try {
    const { Provider: Library } = await import('oidc-provider');
    return new Library(issuer, configuration);
  } finally {
    console.warn = warn;
  }
}
