// Where each letter of a rendered text stands in its source. Markdown drops signs (escapes, the marks at the start of
// a line of a quotation, the blanks around a line's end); what is left is found again by walking both side by side.

const isBlank = (code: number): boolean => code === 32 || code === 9;
const isLineEnd = (code: number): boolean => code === 10 || code === 13;
const BACKSLASH = 92;
const AMPERSAND = 38;
const PUNCTUATION = /[!-/:-@[-`{-~]/;
const REFERENCE = /&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[a-zA-Z][a-zA-Z0-9]{0,31});/y;
const AMPERSAND_REFERENCE = /&(?:amp|AMP|#0{0,5}38|#[xX]0{0,4}26);/y;

const matchAt = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
};

/**
 * The source offset of every code unit of `value`, and of its end, where `value` was rendered from
 * `source.slice(start, end)`. Undefined when it cannot have come from there. Linear in the slice.
 */
export function alignWithSource(
  source: string,
  slice: { readonly start: number; readonly end: number },
  value: string,
): Int32Array | undefined {
  const offsets = new Int32Array(value.length + 1);
  let at = slice.start;
  let index = 0;
  while (index < value.length) {
    if (at >= slice.end) return undefined;
    const sign = source.charCodeAt(at);
    const wanted = value.charCodeAt(index);
    if (sign === AMPERSAND) {
      // A reference stands for one letter, rarely two; a bare ampersand for itself.
      const length = matchAt(wanted === AMPERSAND ? AMPERSAND_REFERENCE : REFERENCE, source, at);
      if (length > 0) {
        const units = value.codePointAt(index)! > 0xffff ? 2 : 1;
        offsets.fill(at, index, index + units);
        at += length;
        index += units;
        continue;
      }
    }
    if (
      sign === BACKSLASH &&
      PUNCTUATION.test(source.charAt(at + 1)) &&
      source.charCodeAt(at + 1) === wanted
    ) {
      offsets[index] = at;
      at += 2;
      index += 1;
    } else if (sign === wanted || (isLineEnd(sign) && (isLineEnd(wanted) || isBlank(wanted)))) {
      offsets[index] = at;
      at += 1;
      index += 1;
      if (isLineEnd(sign)) {
        if (sign === 13 && source.charCodeAt(at) === 10 && value.charCodeAt(index) !== 10) at += 1;
        // The next line's indentation and quotation marks belong to Markdown, unless the value has them too.
        while (
          at < slice.end &&
          isPrefix(source.charCodeAt(at)) &&
          source.charCodeAt(at) !== value.charCodeAt(index)
        ) {
          at += 1;
        }
      }
    } else if (isBlank(sign) || isLineEnd(sign) || isPrefix(sign)) {
      at += 1;
    } else if (wanted === 0xfffd && sign === 0) {
      offsets[index] = at;
      at += 1;
      index += 1;
    } else return undefined;
  }
  offsets[value.length] = at;
  return offsets;
}

const isPrefix = (code: number): boolean => isBlank(code) || code === 62;
