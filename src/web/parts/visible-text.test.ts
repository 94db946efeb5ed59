// What a reader reads of a part's markup: tags taken away, notes of the margin and hidden words left out.

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

export function visibleText(html: string): string {
  let out = '';
  let hidden = 0;
  for (const [, tag, text] of html.matchAll(/<((?:[^>"]|"[^"]*")*)>|([^<]+)/g)) {
    if (tag === undefined) {
      if (hidden === 0) out += text;
    } else if (hidden > 0) {
      if (!/^(?:input|br|hr|path)\b/.test(tag)) hidden += tag.startsWith('/') ? -1 : 1;
    } else if (/^span class="(?:notes|unseen)"/.test(tag)) hidden = 1;
  }
  return out.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    return decimal === undefined ? (NAMED[name] ?? whole) : String.fromCodePoint(Number(decimal));
  });
}
