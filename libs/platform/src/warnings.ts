import { AnnotationMetadataEntryType, type App } from 'cdktf';

/** Prints what constructs warn of, as `dev-api/api: …`; Nx shows what is printed, and cdktf's command line its own. */
export function printWarnings({ manifest }: App): void {
  for (const { annotations } of Object.values(manifest.stacks)) {
    for (const { constructPath, level, message } of annotations) {
      if ((level as string) === (AnnotationMetadataEntryType.WARN as string)) {
        console.error(`warning: ${constructPath}: ${message}`);
      }
    }
  }
}
