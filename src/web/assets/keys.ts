// Keys for people who would rather not reach for the mouse; never while they type.

const PLACES: Readonly<Record<string, string>> = { l: '/list', d: '/diary', w: '/write', h: '/' };
let isGoing = false;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const { key, target } = event;
  if (key === 'Escape' && target instanceof HTMLElement && isTyping(target)) return target.blur();
  if (isTyping(target)) return;
  const place = isGoing ? PLACES[key] : undefined;
  isGoing = key === 'g';
  if (place !== undefined) location.assign(place);
  else if (key === '/') focusBox(event);
  else if (key === 'j') step(1);
  else if (key === 'k') step(-1);
});

function focusBox(event: Event): void {
  const box = document.querySelector<HTMLInputElement>('[data-hotkey]');
  if (box === null) return;
  event.preventDefault();
  box.focus();
  box.select();
}

/** To the next underlined words of a review; what their note says is lit by the style sheet. */
function step(by: 1 | -1): void {
  const marks = [...document.querySelectorAll<HTMLAnchorElement>('a.m:not([tabindex])')];
  const at = marks.indexOf(document.activeElement as HTMLAnchorElement);
  const next = marks[at < 0 ? (by > 0 ? 0 : marks.length - 1) : at + by];
  next?.focus();
  next?.scrollIntoView({ block: 'center' });
}
