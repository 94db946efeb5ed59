// Words and the note that they carry light up together; on a phone a touch of the words opens the note under them.
// The style sheet does the same for notes that are addressed (`:target`), so nothing is lost without this.

const numberOf = (element: Element, letter: 'm' | 'n'): string | undefined =>
  [...element.classList].find((name) => name[0] === letter && /^\d+$/.test(name.slice(1)))?.slice(1);

function pairOf(target: EventTarget | null): readonly Element[] {
  if (!(target instanceof Element)) return [];
  const own = target.closest('.m, .m-more, .note');
  const sheet = own?.closest('.pencilled');
  if (!own || !sheet) return [];
  const number = numberOf(own, own.classList.contains('note') ? 'n' : 'm');
  return number === undefined ? [] : [...sheet.querySelectorAll(`.m${number}, .n${number}`)];
}

let lit: readonly Element[] = [];

function light(pair: readonly Element[]): void {
  for (const element of lit) element.classList.remove('is-lit');
  for (const element of pair) element.classList.add('is-lit');
  lit = pair;
}

for (const kind of ['pointerover', 'focusin'] as const)
  document.addEventListener(kind, (event) => light(pairOf(event.target)));

const isPhone = matchMedia('(max-width: 59.99rem)');

document.addEventListener('click', (event) => {
  const words = event.target instanceof Element ? event.target.closest('a.m') : null;
  if (words === null || !isPhone.matches) return;
  event.preventDefault();
  const notes = pairOf(words).filter((element) => element.classList.contains('note'));
  const isOpen = notes.some((note) => note.classList.contains('is-open'));
  for (const note of document.querySelectorAll('.note.is-open')) note.classList.remove('is-open');
  for (const note of notes) note.classList.toggle('is-open', !isOpen);
});
