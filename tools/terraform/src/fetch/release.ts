/** The Terraform that this project is tested with, and fetches where there is none. */
export const VERSION = '1.11.4';

/**
 * SHA-256 of HashiCorp's archives, as in terraform_1.11.4_SHA256SUMS.
 * https://releases.hashicorp.com/terraform/1.11.4/
 */
export const ARCHIVE_SHA256: Readonly<Record<string, string>> = {
  darwin_amd64: 'a56d5002b9f7647291faccc3dd1a70350e60fb61e4c45037629508b8fdc2575b',
  darwin_arm64: '867e0808fa971217043e25b7a792b10720c79b1546f8a68479b74f138be73e18',
  linux_amd64: '1ce994251c00281d6845f0f268637ba50c0005657eb3cf096b92f753b42ef4dc',
  linux_arm64: 'a43d1d0da9b9bab214a8305a39db0e40869572594ccf50c416a7756499143633',
  windows_amd64: '4e1dc85419dda723f2bb3afdf63a0d282a2de858588d56dd57d2e4e4c4c83f2b',
};

/** As in the names of archives and provider mirrors, e.g. `linux_amd64`. */
export function hostPlatform(system: string = process.platform, processor: string = process.arch): string {
  return `${system === 'win32' ? 'windows' : system}_${processor === 'x64' ? 'amd64' : processor}`;
}
