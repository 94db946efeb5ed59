// <live-reading reader subject>: reads the draft in the page itself while one types, draws what was read under the field
// and beside it, and asks the site only which title is meant, by the names that stand in the text.
import type { Reading } from '../../core/reading/finding.ts';
import { createReader, type Reader, read } from '../../core/reading/read.ts';
import { isLanguage, LANGUAGES, type Messages } from '../messages/languages.ts';
import { draftMirror } from '../parts/draft-mirror.ts';
import { readList } from '../parts/read-list.ts';
import { namesIn } from '../telling/names-in.ts';
import { countKinds, pencilNotes, pencilWords } from '../telling/readings.ts';
import { drawnNodes } from './hast-dom.ts';
import { createAsker, later } from './later.ts';

const PAUSE_MS = 30;
const PAUSE_FOR_SUBJECT_MS = 200;
/** A book takes longer to read than a note: it is read at longer pauses. */
const LETTERS_PER_MS = 500;
/** Longer texts are read as well, but not drawn again at every pause. */
const MIRROR_LETTERS = 60_000;

class LiveReading extends HTMLElement {
  async connectedCallback(): Promise<void> {
    const find = <Found extends Element>(selector: string): Found | null =>
      this.querySelector<Found>(selector);
    const form = find<HTMLFormElement>('form');
    const text = find<HTMLTextAreaElement>('textarea[name="text"]');
    const about = find<HTMLInputElement>('input[name="about"]');
    const [panel, list, mirror] = [find('[data-subject]'), find('[data-read]'), find('[data-mirror]')];
    if (!form || !text || !about || !panel || !list || !mirror) return;
    const reader = await this.loadReader();
    if (reader === undefined) return;
    const language = document.documentElement.lang;
    const messages = LANGUAGES[isLanguage(language) ? language : 'en'];

    const draw = (): Reading | undefined => {
      const isEmpty = text.value.trim() === '';
      const reading = isEmpty
        ? undefined
        : read({ text: text.value.toWellFormed(), about: about.value }, reader);
      showReading(text.value, reading, { list, mirror, messages });
      this.offerExample(list, text);
      return reading;
    };
    const ask = createAsker();
    const askSubject = async (chosen?: string): Promise<void> => {
      const named = about.value.trim();
      const names = named === '' ? namesIn(text.value, draw()) : [];
      const show = chosen ?? String(new FormData(form).get('show') ?? '');
      const query = new URLSearchParams([
        ['about', named],
        ['show', show],
        ...names.map((name) => ['name', name]),
      ]);
      const markup = await ask(`${this.getAttribute('subject')}?${query}`);
      if (markup !== undefined) panel.innerHTML = markup;
    };

    // What the preview shows stands in the text itself now.
    for (const element of this.querySelectorAll<HTMLElement>('[data-preview], [data-preview-review]'))
      element.hidden = true;
    text.addEventListener('input', () => mirror.classList.add('is-stale'));
    const forLength = (pauseMs: number) => () => pauseMs + text.value.length / LETTERS_PER_MS;
    form.addEventListener('input', later(forLength(PAUSE_MS), draw));
    form.addEventListener(
      'input',
      later(forLength(PAUSE_FOR_SUBJECT_MS), () => void askSubject()),
    );
    this.addEventListener('choose', (event) => {
      draw();
      void askSubject((event as CustomEvent<{ id: string }>).detail.id);
    });
    panel.addEventListener('change', () => void askSubject());
    this.classList.add('is-live');
    draw();
    if (text.value !== '') void askSubject();
  }

  private async loadReader(): Promise<Reader | undefined> {
    try {
      return createReader(await (await fetch(this.getAttribute('reader') ?? '')).json());
    } catch {
      return undefined; // The form and its preview work without.
    }
  }

  private offerExample(list: Element, text: HTMLTextAreaElement): void {
    const fill = list.querySelector<HTMLButtonElement>('[data-fill]');
    if (fill === null) return;
    fill.hidden = false;
    fill.addEventListener('click', () => {
      text.value = text.dataset.example ?? '';
      text.dispatchEvent(new Event('input', { bubbles: true }));
      text.focus();
    });
  }
}

type Place = { readonly list: Element; readonly mirror: Element; readonly messages: Messages };

function showReading(text: string, reading: Reading | undefined, { list, mirror, messages }: Place): void {
  const notes = reading === undefined ? undefined : pencilNotes(reading.findings, messages);
  list.innerHTML = readList(notes, countKinds(reading?.findings ?? []), messages).toString();
  const isDrawn = notes !== undefined && text.length <= MIRROR_LETTERS;
  mirror.replaceChildren(...(isDrawn ? [drawnNodes(draftMirror(text, notes, pencilWords(messages)))] : []));
  mirror.classList.remove('is-stale');
}

customElements.define('live-reading', LiveReading);
