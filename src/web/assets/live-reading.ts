// <live-reading src>: sends the form's draft while one types and shows what was read in [data-panel].
import { createAsker, later } from './later.ts';

const PAUSE_MS = 150;
/** A book takes longer to read than a note: it is sent at longer pauses. */
const LETTERS_PER_MS = 200;

class LiveReading extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    const panel = this.querySelector('[data-panel]');
    const mirror = this.querySelector('[data-mirror]');
    const text = form?.querySelector<HTMLTextAreaElement>('textarea[name="text"]');
    if (form === null || panel === null || mirror === null || !text) return;
    const source = this.getAttribute('src') ?? '';
    const ask = createAsker();
    const read = async (chosen?: string): Promise<void> => {
      const draft = new FormData(form);
      if (chosen !== undefined) draft.set('show', chosen);
      const markup = await ask(source, { method: 'POST', body: draft });
      if (markup === undefined) return;
      panel.innerHTML = markup;
      const drawn = panel.querySelector('[data-drawn]');
      mirror.replaceChildren(...(drawn?.childNodes ?? []));
      drawn?.remove();
      mirror.classList.remove('is-stale');
      this.offerExample(panel, text);
    };
    // What the preview shows stands in the text itself now.
    for (const element of this.querySelectorAll<HTMLElement>('[data-preview], [data-preview-review]'))
      element.hidden = true;
    text.addEventListener('input', () => mirror.classList.add('is-stale'));
    const pause = (): number => PAUSE_MS + text.value.length / LETTERS_PER_MS;
    form.addEventListener(
      'input',
      later(pause, () => void read()),
    );
    this.addEventListener('choose', (event) => void read((event as CustomEvent<{ id: string }>).detail.id));
    panel.addEventListener('change', () => void read());
    this.classList.add('is-live');
    this.offerExample(panel, text);
    if (text.value !== '') void read();
  }

  private offerExample(panel: Element, text: HTMLTextAreaElement): void {
    const fill = panel.querySelector<HTMLButtonElement>('[data-fill]');
    if (fill === null) return;
    fill.hidden = false;
    fill.addEventListener('click', () => {
      text.value = text.dataset.example ?? '';
      text.dispatchEvent(new Event('input', { bubbles: true }));
      text.focus();
    });
  }
}

customElements.define('live-reading', LiveReading);
