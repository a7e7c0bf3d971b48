import { WorkspaceCopy as SourcesCopy } from '@gatehouse/testing/workspace-copy';
import { execa } from 'execa';

/** A copy of the workspace whose environments can be synthesized for an emulator. */
export class WorkspaceCopy extends SourcesCopy {
  /** Bundles the services. */
  async build(): Promise<void> {
    await execa('node', ['tools/gatehouse/bin/gatehouse.cjs', 'build'], { cwd: this.root });
  }

  /** Bundles the services and synthesizes one environment. */
  async synth(environment: string, endpoint: string): Promise<void> {
    await this.build();
    const options = { cwd: this.root, env: { GATEHOUSE_AWS_ENDPOINT: endpoint, CDKTF_OUTDIR: '' } };
    await execa('node', ['-r', './register-ts.cjs', 'apps/main.ts', environment], options);
  }
}
