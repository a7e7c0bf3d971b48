/** Runtimes that AWS supports and the provider knows. https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html */
export const runtimes = [
  'nodejs22.x',
  'python3.11',
  'python3.12',
  'python3.13',
  'java17',
  'java21',
  'dotnet8',
  'ruby3.3',
  'ruby3.4',
  'provided.al2023',
] as const;

/** A runtime of Lambda that AWS still patches. */
export type Runtime = (typeof runtimes)[number];

export const architectures = ['arm64', 'x86_64'] as const;

export const logFormats = ['JSON', 'Text'] as const;
