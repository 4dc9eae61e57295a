/* The search itself: words to results. Pagefind fetches the parts of the index that the words need, and no more. */

import { formsOf, inEverySpelling, isForm, nearest, plain, spellingsOf, wordsOf } from "./spelling.js";

export const here = new URL("../../", import.meta.url);
const MORE = { more: "yes" };
const FEW = 5;
const LOOKED_AT = 5;
const TITLE_WEIGHT = 30;
let engine;
let latest = {};
let otherPages;
let everyFacet;
const saidBefore = new Map();

/** Pagefind, loaded when it is first needed. It works in the page: a worker would fetch the same program again. */
function pagefind() {
  engine ??= import("../../pagefind/pagefind.js").then(({ createInstance }) =>
    createInstance({
      basePath: new URL("pagefind/", here).pathname,
      baseUrl: here.pathname,
      noWorker: true,
      ranking: { metaWeights: { title: TITLE_WEIGHT } },
    }),
  );
  return engine;
}

const others = () => (otherPages ??= idsWith(MORE));

async function idsWith(filters) {
  const { results } = await (await pagefind()).search(null, { filters });
  return new Set(results.map(({ id }) => id));
}

/** Get ready for the first words. Where that fails, the search that follows says so. */
export const prepare = () => others().catch(() => {});

/**
 * What there is for these words: pieces and published editions; apart from them the site's other pages; the words that
 * nothing says; and, where few pieces have every word, `partly`, those which lack one of them. No text: all pieces.
 */
export function search(text) {
  if (latest.text !== text) latest = { text, answer: answerTo(text.trim()) };
  return latest.answer;
}

async function answerTo(text) {
  const [ready, more] = await Promise.all([pagefind(), others()]);
  const words = wordsOf(text);
  const { results, missing } = isQuoted(text) || !text ? await asWritten(ready, text) : await inAnySpelling(ready, words);
  const isPiece = ({ id }) => !more.has(id);
  const pieces = await titledFirst(results.filter(isPiece), text, words);
  const lacking = text && !isQuoted(text) && pieces.length < FEW ? await lackingOne(ready, words, missing, results) : [];
  return { pieces, partly: lacking.filter(isPiece), missing, others: text ? results.filter(({ id }) => more.has(id)) : [] };
}

/** Whether these words are to stand in a text one after the other, as they are written. */
const isQuoted = (text) => /^["“].+["”]$/.test(text);

async function asWritten(ready, text) {
  const { results } = await ready.search(text ? text.replaceAll(/[“”]/g, '"') : null);
  return { results, missing: [] };
}

async function inAnySpelling(ready, words) {
  if (!words.length) return { results: [], missing: [] };
  const spelt = await Promise.all(words.map((word) => spellingsSaid(ready, word)));
  const answers = await Promise.all(inEverySpelling(spelt).map((some) => withAll(ready, some)));
  const least = Math.min(...answers.map(({ missing }) => missing.length));
  const fullest = answers.filter(({ missing }) => missing.length === least);
  const { missing } = fullest.find(({ results }) => results.length) ?? fullest[0];
  return { results: best(fullest.map(({ results }) => results)), missing };
}

/* Most words have one spelling in all texts; to look for the others costs next to nothing where they are not there. */
async function spellingsSaid(ready, word) {
  const [, ...others] = spellingsOf(word);
  const said = await Promise.all(others.map((other) => isSaid(ready, other)));
  const there = others.filter((_, at) => said[at]);
  return !there.length || (await isSaid(ready, word)) ? [word, ...there] : there;
}

/* Pagefind passes over a word that it does not know, or takes a shorter one for it. What it found tells. */
async function withAll(ready, words) {
  const { results } = await ready.search(words.join(" "));
  if (results.length && (await saidBy(results[0], words)).every(Boolean)) return { results, missing: [] };
  const said = await Promise.all(words.map((word) => isSaid(ready, word)));
  const [known, missing] = [words.filter((_, at) => said[at]), words.filter((_, at) => !said[at])];
  if (!missing.length) return { results, missing };
  return { results: known.length ? (await ready.search(known.join(" "))).results : [], missing };
}

/* The best result may have a word that only begins alike, so a few of them are looked at. */
function isSaid(ready, word) {
  if (!saidBefore.has(word)) saidBefore.set(word, lookFor(ready, word));
  return saidBefore.get(word);
}

async function lookFor(ready, word) {
  const { results } = await ready.search(word);
  const said = await Promise.all(results.slice(0, LOOKED_AT).map((result) => saidBy(result, [word])));
  return said.flat().includes(true);
}

/* Pagefind hands the same object out for a page whatever was asked, so where its words stand is read from the result. */
async function saidBy(result, words) {
  const written = (await result.data()).content.split(/\s+/);
  const forms = new Set(result.words.flatMap((at) => formsOf(written[at] ?? "").map(plain)));
  return words.map((word) => [...forms].some((form) => isForm(form, word)));
}

/* Where a word is left out, one that nothing says is not looked for again. */
async function lackingOne(ready, words, missing, found) {
  const known = words.filter((word) => !missing.includes(word));
  if (known.length < 2) return [];
  const shorter = known.map((_, at) => known.filter((_, other) => other !== at));
  const answers = await Promise.all(shorter.map((some) => inAnySpelling(ready, some)));
  const already = new Set(found.map(({ id }) => id));
  return best(answers.map(({ results }) => results)).filter(({ id }) => !already.has(id));
}

/* Of ‘Why trust?’ only one word is looked for; a page of just that title comes first all the same. */
async function titledFirst(results, text, words) {
  const said = (title) => formsOf(plain(title)).join(" ");
  if (said(text) === words.join(" ")) return results;
  const near = await Promise.all(results.slice(0, LOOKED_AT).map((result) => result.data()));
  const at = near.findIndex(({ meta }) => said(meta.title) === said(text));
  return at > 0 ? [results[at], ...results.filter((_, other) => other !== at)] : results;
}

/* Several lists of results as one: each page once, the best first. */
function best(lists) {
  if (lists.length === 1) return lists[0];
  const highest = new Map();
  for (const result of lists.flat()) {
    if (!(highest.get(result.id)?.score >= result.score)) highest.set(result.id, result);
  }
  return [...highest.values()].sort((one, other) => other.score - one.score);
}

/** Every filter with its values, and for each value the pieces that have it: Map of name to Map of value to Set of id. */
export function facets() {
  everyFacet ??= (async () => {
    const known = await (await pagefind()).filters();
    const names = Object.keys(known).filter((name) => !(name in MORE));
    const sets = async (name) =>
      Promise.all(Object.keys(known[name]).map(async (value) => [value, await idsWith({ [name]: value })]));
    return new Map(await Promise.all(names.map(async (name) => [name, new Map(await sets(name))])));
  })();
  return everyFacet;
}

/** The place of every page that has a date in the order of dates, the newest first: Map of id to number. */
export async function byDate() {
  const { results } = await (await pagefind()).search(null, { sort: { date: "desc" } });
  return new Map(results.map(({ id }, at) => [id, at]));
}

/** The text with the words that nothing says put right; undefined where no known word is near. */
export async function suggestion(text, missing) {
  if (!missing.some((word) => word.length > 3)) return undefined;
  const known = await (await fetch(new URL("search/words.json", here))).json();
  const right = new Map(missing.map((word) => [word, nearest(word, known)]));
  const better = text.trim().toLowerCase().replaceAll(/[\p{L}\p{M}\p{N}]+/gu, (word) => right.get(plain(word)) ?? word);
  return better === text.trim().toLowerCase() ? undefined : better;
}
