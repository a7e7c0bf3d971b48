import { createServer, type AddressInfo } from 'node:net';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PLATFORM, startReleaseServer } from '../../testing/release-server';
import { temporaryFolder } from '../../testing/stack';
import { SetupError } from '../errors';
import { fetchTerraform, type FetchOptions } from './fetch-terraform';
import { ARCHIVE_SHA256, hostPlatform } from './release';

describe('fetchTerraform', () => {
  let cache: string;
  beforeEach(() => (cache = temporaryFolder()));

  const from = (url: string, options: FetchOptions = {}): Promise<string> =>
    fetchTerraform({ TERRAFORM_RELEASES_URL: url }, { cache, platform: PLATFORM, ...options });

  it('puts the binary into the cache folder, executable, and reports how far it is', async () => {
    const { url, sums } = await startReleaseServer(Buffer.alloc(3_000_000, 'terraform'));
    const lines: string[] = [];

    const binary = await from(url, { sums, report: (line) => lines.push(line) });

    expect(binary).toBe(join(cache, 'terraform-1.11.4-linux_amd64/terraform'));
    expect(readFileSync(binary)).toHaveLength(3_000_000);
    expect(statSync(binary).mode & 0o777).toBe(0o755);
    expect(lines[0]).toMatch(/^Fetching Terraform 1\.11\.4: \d+ of \d+ MB$/);
    expect(lines.at(-1)).toContain(`TERRAFORM_BINARY_NAME${process.platform === 'win32' ? ' ' : ''}=`);
    expect(lines.at(-1)).toContain(binary);
    expect(lines.length).toBeLessThanOrEqual(11);
  });

  it('fetches once, however many begin at the same time', async () => {
    const { url, sums, requests } = await startReleaseServer(Buffer.from('terraform'));

    await Promise.all(Array.from({ length: 5 }, () => from(url, { sums })));
    await from('http://127.0.0.1:1', { sums });

    expect(requests).toHaveLength(1);
    expect(readdirSync(cache)).toEqual(['terraform-1.11.4-linux_amd64']);
  });

  it('replaces a folder without the binary in it', async () => {
    mkdirSync(join(cache, 'terraform-1.11.4-linux_amd64'));
    writeFileSync(join(cache, 'terraform-1.11.4-linux_amd64/half'), '');
    const { url, sums } = await startReleaseServer(Buffer.from('terraform'));

    expect(readFileSync(await from(url, { sums }), 'utf8')).toBe('terraform');
  });

  it('fails when the archive is another one, says both sums, and keeps nothing', async () => {
    const { url, sums } = await startReleaseServer(Buffer.from('something else'));

    const failure = from(url);

    await expect(failure).rejects.toThrow(SetupError);
    await expect(failure).rejects.toThrow(`Expected SHA-256 ${ARCHIVE_SHA256.linux_amd64}, found ${sums.linux_amd64}.`);
    expect(readdirSync(cache)).toEqual([]);
  });

  it('fails when nobody listens, and says where', async () => {
    await expect(from('http://127.0.0.1:1')).rejects.toThrow(
      /^http:\/\/127\.0\.0\.1:1\/terraform\/1\.11\.4\/terraform_1\.11\.4_linux_amd64\.zip cannot be fetched: .+/,
    );
  });

  it('fails when the server breaks off', async () => {
    const server = createServer((socket) => {
      socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\nhalf'));
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));

    const failure = from(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);

    await expect(failure).rejects.toThrow(/cannot be fetched/);
    server.close();
  });

  it.each(['not a URL', 'ftp://example.com'])('fails when TERRAFORM_RELEASES_URL is "%s"', async (url) => {
    await expect(from(url)).rejects.toThrow(SetupError);
  });

  it('fails when the server has no such archive', async () => {
    const { url } = await startReleaseServer(Buffer.from('terraform'));
    await expect(from(`${url}/mirror`)).rejects.toThrow(/answered 404/);
  });

  it('fails when there is no archive for the system, and names those that there are', async () => {
    await expect(from('http://127.0.0.1:1', { platform: hostPlatform('aix', 'ppc64') })).rejects.toThrow(
      'Terraform 1.11.4 is not fetched for aix_ppc64; it is for darwin_amd64, darwin_arm64, ',
    );
  });
});

describe('hostPlatform', () => {
  it.each([
    ['linux', 'x64', 'linux_amd64'],
    ['linux', 'arm64', 'linux_arm64'],
    ['darwin', 'arm64', 'darwin_arm64'],
    ['win32', 'x64', 'windows_amd64'],
  ])('names %s on %s as HashiCorp does', (system, processor, platform) => {
    expect(hostPlatform(system, processor)).toBe(platform);
    expect(ARCHIVE_SHA256[platform]).toMatch(/^[0-9a-f]{64}$/);
  });
});
