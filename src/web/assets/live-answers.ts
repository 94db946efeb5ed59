// <live-answers src for>: while one types into the box named by `for`, the answer so far stands in [data-live].
import { createAsker, later } from './later.ts';

const PAUSE_MS = 120;

class LiveAnswers extends HTMLElement {
  connectedCallback(): void {
    const input = document.getElementById(this.getAttribute('for') ?? '');
    const place = this.querySelector('[data-live]');
    if (!(input instanceof HTMLInputElement) || place === null) return;
    const source = new URL(this.getAttribute('src') ?? '', location.href);
    const isWholePage = source.searchParams.has('full');
    const ask = createAsker();
    let asked = input.value.trim();
    const answer = async (): Promise<void> => {
      const words = input.value.trim();
      if (words === asked) return;
      asked = words;
      source.searchParams.set('q', words);
      const markup = words === '' && !isWholePage ? '' : await ask(source.href);
      if (markup === undefined || input.value.trim() !== words) return;
      place.innerHTML = markup;
      for (const rest of this.querySelectorAll<HTMLElement>('[data-rest]')) rest.hidden = words !== '';
      if (isWholePage)
        history.replaceState(null, '', words === '' ? '/find' : `/find?q=${encodeURIComponent(words)}`);
    };
    input.addEventListener(
      'input',
      later(() => PAUSE_MS, answer),
    );
    // The browser may have kept words from before a reload.
    void answer();
  }
}

customElements.define('live-answers', LiveAnswers);
