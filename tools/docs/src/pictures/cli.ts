import { launchBrowser } from '@gatehouse/plan-review/browser';
import { readPicture, sameRecording, writePicture, writeSources } from './files';
import { pages, quickTerminals, type Page } from './pictures';
import { drawPlayground } from './playground';
import { recordedTerminals } from './recorded-terminals';

/**
 * `npm run pictures` makes docs/pictures. `--quick` leaves the recordings as they are; `--check` only compares the recordings
 * and ends with 1.
 */
async function main({ check, quick }: { check: boolean; quick: boolean }): Promise<void> {
  const recorded = quick ? {} : await recordedTerminals();
  const outdated = Object.entries(recorded).filter(([name, svg]) => !sameRecording(readPicture(name), svg));
  for (const [name, svg] of outdated) {
    if (check) console.error(`docs/pictures/${name} shows another output than the command prints now.`);
    else writePicture(name, svg);
  }
  if (check) {
    if (outdated.length > 0) console.error('Run "npm run pictures" and commit docs/pictures.');
    process.exitCode = outdated.length > 0 ? 1 : 0;
    return;
  }
  for (const [name, svg] of Object.entries(await quickTerminals())) writePicture(name, svg);
  await draw(pages());
  writeSources(pages());
  console.log('Wrote docs/pictures');
}

async function draw(all: Record<string, Page>): Promise<void> {
  const browser = await launchBrowser();
  try {
    for (const [name, { html, width, height = 400, scheme = 'light' }] of Object.entries(all)) {
      const page = await browser.newPage({ viewport: { width, height }, colorScheme: scheme });
      await page.setContent(html);
      writePicture(name, await page.screenshot({ fullPage: all[name]?.height === undefined }));
      await page.close();
    }
    for (const [name, picture] of Object.entries(await drawPlayground(browser))) writePicture(name, picture);
  } finally {
    await browser.close();
  }
}

void main({ check: process.argv.includes('--check'), quick: process.argv.includes('--quick') });
