import { Refusal } from './refusal';
import { type StaticFile } from './static-files';

const SCRIPT = '/being-built.js';

/** What is served while the page is being built, which asks again until it is there. */
export function beingBuilt(path: string): StaticFile {
  if (path === SCRIPT)
    return { type: 'text/javascript; charset=utf-8', content: 'setTimeout(() => location.reload(), 500);\n' };
  return page(path, 'The playground is being built', `It opens here in a moment.<script src="${SCRIPT}"></script>`);
}

/** @param why one line */
export function notBuilt(path: string, why: string): StaticFile {
  return page(path, 'The playground could not be built', `${escaped(why)}`);
}

function page(path: string, title: string, text: string): StaticFile {
  if (path !== '/') throw new Refusal(404, 'There is no such file.');
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">`;
  const content = `<!doctype html><html lang="en"><head>${head}<title>${title}</title></head><body><main><h1>${title}</h1><p>${text}</p></main></body></html>\n`;
  return { type: 'text/html; charset=utf-8', content };
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
