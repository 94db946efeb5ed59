// <name-suggest src>: suggestions under a field for a title's name, as a combobox of the ARIA patterns.
import { createAsker, later } from './later.ts';

const PAUSE_MS = 100;
type Suggestion = {
  readonly id: string;
  readonly title: string;
  readonly name: string;
  readonly line: string;
};

class NameSuggest extends HTMLElement {
  private readonly list = document.createElement('ul');
  private input: HTMLInputElement | undefined;
  private suggestions: readonly Suggestion[] = [];
  private active = -1;

  connectedCallback(): void {
    const input = this.querySelector('input');
    if (input === null) return;
    this.input = input;
    this.list.id = `${input.id}-list`;
    this.list.className = 'suggestions';
    this.list.role = 'listbox';
    this.list.ariaLabel = input.labels?.[0]?.textContent ?? '';
    this.list.hidden = true;
    this.append(this.list);
    input.role = 'combobox';
    input.ariaAutoComplete = 'list';
    input.ariaExpanded = 'false';
    input.setAttribute('aria-controls', this.list.id);
    const ask = createAsker();
    const suggest = later(
      () => PAUSE_MS,
      async () => {
        const words = input.value.trim();
        const url = `${this.getAttribute('src')}?q=${encodeURIComponent(words)}`;
        const answer = words === '' ? '[]' : await ask(url);
        if (answer !== undefined && document.activeElement === input) this.show(JSON.parse(answer));
      },
    );
    input.addEventListener('input', suggest);
    input.addEventListener('keydown', (event) => this.press(event));
    input.addEventListener('blur', () => this.show([]));
    // Before the field loses focus.
    this.list.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      const item = (event.target as Element).closest('li');
      if (item !== null) this.choose([...this.list.children].indexOf(item));
    });
  }

  private show(suggestions: readonly Suggestion[]): void {
    this.suggestions = suggestions;
    this.list.replaceChildren(
      ...suggestions.map(({ title, name, line }, index) => {
        const item = document.createElement('li');
        item.role = 'option';
        item.id = `${this.list.id}-${index}`;
        item.append(title);
        const more = document.createElement('span');
        more.className = 'meta';
        more.textContent = name === title ? line : `${name} · ${line}`;
        item.append(' ', more);
        return item;
      }),
    );
    this.list.hidden = suggestions.length === 0;
    this.move(-1);
  }

  private move(to: number): void {
    this.active = to;
    for (const [index, item] of [...this.list.children].entries()) item.ariaSelected = String(index === to);
    const item = this.list.children[to];
    if (this.input === undefined) return;
    this.input.ariaExpanded = String(!this.list.hidden);
    if (item === undefined) this.input.removeAttribute('aria-activedescendant');
    else {
      this.input.setAttribute('aria-activedescendant', item.id);
      item.scrollIntoView({ block: 'nearest' });
    }
  }

  private press(event: KeyboardEvent): void {
    const count = this.suggestions.length;
    if (count === 0 || event.isComposing) return;
    if (event.key === 'ArrowDown') this.move((this.active + 1) % count);
    else if (event.key === 'ArrowUp') this.move((this.active - 1 + count) % count);
    else if (event.key === 'Escape') this.show([]);
    else if (event.key === 'Enter' && this.active >= 0) this.choose(this.active);
    else return;
    event.preventDefault();
  }

  private choose(index: number): void {
    const chosen = this.suggestions[index];
    if (chosen === undefined || this.input === undefined) return;
    this.input.value = chosen.title;
    this.show([]);
    this.dispatchEvent(new CustomEvent('choose', { detail: { id: chosen.id }, bubbles: true }));
  }
}

customElements.define('name-suggest', NameSuggest);
