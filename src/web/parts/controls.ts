// What a person does on the list: rating in half steps, watch state, progress. Fields only; the page owns the form.
import { WATCH_STATES, type WatchEntry, type WatchState } from '../../core/watching.ts';
import { asMarkup, type Markup, markup, when } from './markup.ts';

const STEPS: readonly number[] = [0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5];

/** Radio fields `name` with values 0.5 to 5 and "" for none. `stepWord(3.5)` names a step: "3½ of 5". */
export function ratingInput(input: {
  readonly name: string;
  readonly legend: string;
  readonly none: string;
  readonly stepWord: (rating: number) => string;
  readonly value?: number | undefined;
}): Markup {
  const { name, value } = input;
  const steps = STEPS.map(
    (step) =>
      markup`<label class="step${when(Number.isInteger(step), ' is-whole')}" title="${input.stepWord(step)}"><input type="radio" name="${name}" value="${step}"${when(
        value === step,
        ' checked',
      )}><span class="unseen">${input.stepWord(step)}</span></label>`,
  );
  return markup`<fieldset class="rating"><legend>${input.legend}</legend><span class="steps">${steps}</span><label class="no-rating"><input type="radio" name="${name}" value=""${when(
    value === undefined,
    ' checked',
  )}> ${input.none}</label></fieldset>`;
}

/** A rating that is shown, not asked for: ten ticks on a rule, the given ones inked. */
export function ratingMark(rating: number, word: string): Markup {
  const ticks = STEPS.map((step) => {
    const x = step * 14 - 4;
    const top = Number.isInteger(step) ? 2 : 5;
    return `<path d="M${x} ${top}V14"${step <= rating ? '' : ' class="is-empty"'}/>`;
  });
  return markup`<span class="rating-mark"><svg viewBox="0 0 70 16" aria-hidden="true">${asMarkup(ticks.join(''))}</svg> <span>${word}</span></span>`;
}

export function progressBar(input: {
  readonly label: string;
  readonly text: string;
  readonly value: number;
  /** Absent: it is not known how far. */
  readonly max?: number | undefined;
}): Markup {
  const of = input.max === undefined ? '' : markup` value="${input.value}" max="${input.max}"`;
  return markup`<div class="progress"><progress aria-label="${input.label}"${of}></progress> <span>${input.text}</span></div>`;
}

export type WatchWords = {
  readonly state: string;
  readonly states: Readonly<Record<WatchState, string>>;
  readonly season: string;
  readonly episode: string;
  /** "of 16", beside the field, when the number is known. */
  readonly ofEpisodes?: string | undefined;
  readonly rating: string;
  readonly noRating: string;
  readonly stepWord: (rating: number) => string;
  readonly startedOn: string;
  readonly finishedOn: string;
  readonly rewatches: string;
  readonly note: string;
  /** The summary over the fields that are not needed at once. */
  readonly more: string;
};

type FieldInput = {
  readonly name: string;
  readonly label: string;
  readonly type: 'number' | 'date';
  readonly value?: string | number | undefined | undefined;
  readonly least?: number | undefined;
  readonly most?: number | undefined | undefined;
  readonly after?: string | undefined | undefined;
};

function field(input: FieldInput): Markup {
  const least = input.least === undefined ? '' : markup` min="${input.least}"`;
  const most = input.most === undefined ? '' : markup` max="${input.most}"`;
  const after = input.after === undefined ? '' : markup` <span class="after">${input.after}</span>`;
  return markup`<p class="field is-short"><label>${input.label} <input type="${input.type}" name="${input.name}" value="${input.value}"${least}${most}></label>${after}</p>`;
}

/** Fields: state, season, episode, rating, startedOn, finishedOn, rewatches, note. */
export function watchControls(input: {
  readonly entry?: WatchEntry | undefined;
  readonly isSeries: boolean;
  readonly seasons?: number | undefined;
  readonly episodes?: number | undefined;
  readonly words: WatchWords;
}): Markup {
  const { entry, words } = input;
  const states = WATCH_STATES.map(
    (state) =>
      markup`<label><input type="radio" name="state" value="${state}"${when(
        (entry?.state ?? 'planned') === state,
        ' checked',
      )}><span>${words.states[state]}</span></label>`,
  );
  const progress = input.isSeries
    ? markup`${
        (input.seasons ?? 1) > 1 || entry?.season !== undefined
          ? field({
              name: 'season',
              label: words.season,
              type: 'number',
              value: entry?.season,
              least: 1,
              most: input.seasons,
            })
          : ''
      }${field({
        name: 'episode',
        label: words.episode,
        type: 'number',
        value: entry?.episode,
        least: 0,
        most: input.episodes,
        after: words.ofEpisodes,
      })}`
    : '';
  const rating = ratingInput({
    name: 'rating',
    legend: words.rating,
    none: words.noRating,
    stepWord: words.stepWord,
    ...(entry?.rating === undefined ? {} : { value: entry.rating }),
  });
  const dates = markup`${field({ name: 'startedOn', label: words.startedOn, type: 'date', value: entry?.startedOn })}${field(
    { name: 'finishedOn', label: words.finishedOn, type: 'date', value: entry?.finishedOn },
  )}${field({ name: 'rewatches', label: words.rewatches, type: 'number', value: entry?.rewatches ?? 0, least: 0 })}`;
  return markup`<div class="watch"><fieldset class="segments"><legend class="unseen">${words.state}</legend>${states}</fieldset><div class="watch-now">${progress}${rating}</div><details class="watch-more"><summary>${words.more}</summary><div class="watch-dates">${dates}</div><p class="field"><label>${words.note} <textarea name="note" rows="2">${entry?.note}</textarea></label></p></details></div>`;
}
