/* A result of a search, as readers see it. Whatever an author or a reader wrote becomes text here, never HTML. */

import { pageOf } from "./search.js";
import { formsOf, says, spellingsOf, wordsOf } from "./spelling.js";

const WORDS = 26;
const MOST = 8;

/** What a result shows: its address, where the words found are marked; title, excerpt, and who says it. */
export async function shown(result, text) {
  const { url, title, author, when, filters, words: written } = await pageOf(result);
  const typed = spelt(text);
  const meant = result.words.filter((at) => typed.flat().some((one) => says(written[at] ?? "", one)));
  const found = meant.length ? meant : result.words;
  const address = new URL(url, location.href);
  for (const word of formsFound(found.map((at) => written[at] ?? ""), typed.flat())) address.searchParams.append("highlight", word);
  const { kind = [], network = [], phase = [] } = filters;
  return {
    address: address.href,
    label: kind[0] ?? "",
    title,
    excerpt: text.trim() ? excerptOf(written, found, title.split(/\s+/).length, typed) : [],
    facts: [network[0], phase.join(", "), ...when, author].filter(Boolean),
    when,
  };
}

/* The words that were typed, each in its spellings. */
const spelt = (text) => wordsOf(text).map((word) => spellingsOf(word.toLowerCase()));

/* The forms in which a page has the words of a search: of a compound the part that was looked for, or else the whole. */
function formsFound(found, wanted) {
  const part = (word) => formsOf(word).find((form) => word.includes(form) && wanted.some((one) => says(form, one)));
  const whole = (word) => word.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
  const forms = found.map((word) => (part(word) ?? whole(word)).toLowerCase());
  return [...new Set(forms.filter(Boolean))].slice(0, MOST);
}

/* The stretch after the title that holds most of the words that were typed, and of those that hold as many the one that
   has them most often; as pairs of text and whether it was found. */
function excerptOf(written, found, after, typed) {
  const meant = (at) => typed.findIndex((spellings) => spellings.some((one) => says(written[at] ?? "", one)));
  const marks = new Map(found.map((at) => [at, meant(at)]));
  const held = (from) => {
    const here = found.filter((at) => at >= from && at < from + WORDS);
    return new Set(here.map((at) => marks.get(at))).size * WORDS + here.length;
  };
  const last = Math.max(after, written.length - WORDS);
  const starts = [after, ...found.filter((at) => at > after).map((at) => Math.min(at - 2, last))].filter((at) => at >= after);
  const start = starts.reduce((best, at) => (held(at) > held(best) ? at : best));
  const stretch = written.slice(start, start + WORDS).map((word, at) => [word, marks.has(start + at)]);
  const spaced = stretch.flatMap((pair, at) => (at ? [[" ", false], pair] : [pair]));
  return [...(start > after ? [["… ", false]] : []), ...spaced, ...(start + WORDS < written.length ? [["\u00a0…", false]] : [])];
}

/** A result as an item of a list. */
export function item({ address, label, title, excerpt, facts }, heading = "p") {
  const element = (name, className, ...children) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children);
    return made;
  };
  const separator = () => Object.assign(element("span", "", "·"), { ariaHidden: "true" });
  const link = element("a", "", title);
  link.href = address;
  const words = excerpt.map(([text, found]) => (found ? element("mark", "w-found", text) : text));
  return element(
    "li",
    "w-item",
    ...(label ? [element("p", "w-label", label)] : []),
    element(heading, "w-item-title", link),
    ...(words.length ? [element("p", "w-item-summary", ...words)] : []),
    ...(facts.length ? [element("p", "w-item-facts", ...facts.flatMap((fact, at) => [...(at ? [" ", separator(), " "] : []), element("span", "", fact)]))] : []),
  );
}
