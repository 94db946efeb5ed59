// The frame of every page: head, masthead, notice of what was just done, colophon. It knows no page's matter.
import { isLanguage, LANGUAGES, languageCodes } from './messages/languages.ts';
import { type Markup, markup, type Printable, when } from './parts/markup.ts';
import { notice } from './parts/messages-to-reader.ts';
import { LOOKS, type Request, type Visit, withPreference } from './visit.ts';

type Section = 'forYou' | 'together' | 'list' | 'diary' | 'write' | 'bringIn' | 'about';
const SECTIONS: readonly { readonly section: Section; readonly href: string }[] = [
  { section: 'forYou', href: '/for-you' },
  { section: 'together', href: '/together' },
  { section: 'list', href: '/list' },
  { section: 'diary', href: '/diary' },
  { section: 'write', href: '/write' },
  { section: 'bringIn', href: '/bring-in' },
  { section: 'about', href: '/about' },
];

export type Page = {
  /** For the class: `page-NAME`. */
  readonly name: string;
  readonly title: string;
  readonly main: Printable;
  readonly section?: Section;
  /** The small box in the masthead is left out where the page has its own. */
  readonly hasOwnBox?: boolean;
  /** What the small box holds. */
  readonly asked?: string;
};

/** Answers with the page; the language of the address and of the cookie make it differ, so it is never shared. */
export function answerPage(
  c: Request,
  page: Page,
  status: 200 | 400 | 403 | 404 | 409 | 413 | 421 | 500 | 503 = 200,
) {
  c.header('cache-control', 'private, no-cache');
  c.header('vary', 'accept-language, cookie');
  return c.html(layout(c.get('visit'), page).toString(), status);
}

export function layout(visit: Visit, page: Page): Markup {
  const { messages, assets, language, look } = visit;
  const preloads = assets.fontPreloads.map(
    (url) => markup`<link rel="preload" href="${url}" as="font" type="font/woff2" crossorigin>`,
  );
  const wanted = [...assets.modules, ...(page.name === 'write' ? assets.writingModules : [])];
  const modules = wanted.map((url) => markup`<link rel="modulepreload" href="${url}">`);
  return markup`<!doctype html>
<html lang="${language}"${look === undefined ? '' : markup` data-theme="${look}"`}>
<head>
<meta charset="utf-8">
<title>${page.name === 'front' ? messages.shell.name : messages.shell.titleOf(page.title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${messages.shell.tagline}">
${preloads}<link rel="stylesheet" href="${assets.style}">
<link rel="icon" href="${assets.icon}" type="image/svg+xml">
${modules}<script type="module" src="${assets.script}"></script>
</head>
<body>
<a class="skip" href="#main">${messages.shell.skip}</a>
${masthead(visit, page)}
<main id="main" class="page page-${page.name}" tabindex="-1">
${flashNotice(visit)}${page.main}
</main>
<footer class="colophon"><p>${messages.shell.footer}</p>${looks(visit)}</footer>
<link rel="stylesheet" href="${assets.hangulStyle}">
</body>
</html>
`;
}

function masthead({ messages, url, language }: Visit, page: Page): Markup {
  const { shell } = messages;
  const links = SECTIONS.map(
    ({ section, href }) =>
      markup`<li><a href="${href}"${when(page.section === section, ' aria-current="page"')}>${shell[section]}</a></li>`,
  );
  const box =
    page.hasOwnBox === true
      ? ''
      : markup`<form class="ask is-small" action="/find" role="search"><label class="unseen" for="small-q">${shell.findLabel}</label><input type="search" id="small-q" name="q" value="${page.asked}" placeholder="${shell.find}" autocomplete="off" data-hotkey><button class="button is-quiet">${shell.find}</button></form>`;
  const others = languageCodes
    .filter((code) => code !== language)
    .map(
      (code) =>
        markup`<a href="${withPreference(url, 'lang', code)}" hreflang="${code}" lang="${code}">${isLanguage(code) ? LANGUAGES[code].ownName : code}</a>`,
    );
  return markup`<header class="masthead"><a class="brand" href="/" aria-label="${shell.front}">${shell.name}</a>${box}<nav class="sections" aria-label="${shell.mainNavigation}"><ul>${links}</ul></nav><div class="preferences">${others}</div></header>`;
}

function looks({ messages, url, look }: Visit): Markup {
  const { shell } = messages;
  const choices = (['system', ...LOOKS] as const).map(
    (one) =>
      markup`<li><a href="${withPreference(url, 'look', one)}"${when((look ?? 'system') === one, ' aria-current="true"')}>${shell.looks[one]}</a></li>`,
  );
  return markup`<nav class="looks" aria-label="${shell.look}"><ul>${choices}</ul></nav>`;
}

function flashNotice({ flash, messages }: Visit): Printable {
  if (flash === undefined) return '';
  return notice({
    kind: 'done',
    text: messages.flash[flash.say](flash.what),
    ...(flash.undo === undefined
      ? {}
      : { undo: { action: '/undo', word: messages.shell.undo, fields: { undo: flash.undo } } }),
  });
}
