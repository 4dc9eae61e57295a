/* The search itself: words to results. Pagefind fetches the parts of the index that the words need, and no more. */

import { formsOf, inEverySpelling, isAcronym, isForm, nearest, plain, SHORT, spellingsOf, wordsOf } from "./spelling.js";

export const here = new URL("../../", import.meta.url);
const MORE = { more: "yes" };
const FEW = 5;
const LOOKED_AT = 5;
const TITLE_WEIGHT = 30;
/* What the index has behind some words, and before an acronym in it: see search_index_words.py. */
const HIDDEN = /`~[^\s~]*~\*/g;
const CAPITALS = "ǁ";
let engine;
let latest = {};
let otherPages;
let everyEdition;
let everyFacet;
let tries = 0;
const saidBefore = new Map();
const saidWhole = new Map();

/** Pagefind, loaded when it is first needed. It works in the page: a worker would fetch the same program again. */
function pagefind() {
  const program = `../../pagefind/pagefind.js${tries ? `?try=${tries}` : ""}`; // a browser may keep that it did not come
  engine ??= import(program).then(({ createInstance }) =>
    createInstance({
      basePath: new URL("pagefind/", here).pathname,
      baseUrl: here.pathname,
      noWorker: true,
      ranking: { metaWeights: { title: TITLE_WEIGHT } },
    }),
  );
  return engine;
}

/** After a part that did not come: let the next search fetch everything anew. */
export function forget() {
  tries += 1;
  engine = otherPages = everyEdition = everyFacet = undefined;
  latest = {};
  saidBefore.clear();
  saidWhole.clear();
}

/** What a result is a result of: address, title, author, when, filters, and its words as they read, in their order. */
export async function pageOf(result) {
  const { url, content, meta, filters } = await result.data();
  const [title, text] = [meta.title, content].map((each) => each.replaceAll(HIDDEN, ""));
  return { url, title, author: meta.author, when: meta.dates?.split(" · ") ?? [], filters, words: text.split(/\s+/) };
}

const others = () => (otherPages ??= idsWith(MORE));

const editions = () => (everyEdition ??= idsWith({ kind: "Edition" }));

async function idsWith(filters) {
  const { results } = await (await pagefind()).search(null, { filters });
  return new Set(results.map(({ id }) => id));
}

/** Get ready for the first words. Where that fails, the search that follows tries again. */
export const prepare = () => Promise.all([others(), editions()]).catch(forget);

/** How many results there are, in words: '3 pieces and 1 edition'. A part of the index may not come. */
export async function counted(results) {
  const known = await editions();
  const number = results.filter(({ id }) => known.has(id)).length;
  const some = (count, one) => (count ? [`${count} ${one}${count === 1 ? "" : "s"}`] : []);
  return [...some(results.length - number, "piece"), ...some(number, "edition")].join(" and ");
}

/**
 * What there is for these words: pieces and published editions; apart from them the site's other pages; the words that
 * nothing says, or only as the beginning of `longer` ones; and, where few pieces have every word, `partly`, those which
 * lack one of them. No text: all pieces. It fails where any part of the index does not come.
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
  return {
    pieces,
    partly: lacking.filter(isPiece),
    others: text ? results.filter(({ id }) => more.has(id)) : [],
    missing,
    longer: await onlyLonger(ready, words, missing),
  };
}

/* The short words that nothing says by themselves, though longer words begin with them. */
async function onlyLonger(ready, words, missing) {
  const short = words.filter((word) => word.length <= SHORT && !missing.includes(word));
  const pages = await Promise.all(short.map((word) => Promise.all(spellingsOf(word.toLowerCase()).map((each) => saying(ready, each)))));
  return short.filter((_, at) => pages[at].every(({ size }) => !size));
}

/** Whether these words are to stand in a text one after the other, as they are written. */
const isQuoted = (text) => /^["“].+["”]$/.test(text);

async function asWritten(ready, text) {
  const { results } = await ready.search(text ? text.replaceAll(/[“”]/g, '"') : null);
  return { results, missing: [] };
}

async function inAnySpelling(ready, words) {
  if (!words.length) return { results: [], missing: [] };
  const terms = await Promise.all(words.map((word) => termsFor(ready, word)));
  const answers = await Promise.all(inEverySpelling(terms).map((some) => withAll(ready, some)));
  const least = Math.min(...answers.map(({ missing }) => missing.length));
  const fullest = answers.filter(({ missing }) => missing.length === least);
  const { missing } = fullest.find(({ results }) => results.length) ?? fullest[0];
  return { results: best(fullest.map(({ results }) => results)), missing };
}

/*
 * What is asked of the index for a word: one term for each of its spellings that something says. A term that is only
 * found as a whole word has `pages`, those which say it; `first` are the pages among them that say it in capitals.
 */
async function termsFor(ready, word) {
  const [small, typedSo] = [word.toLowerCase(), isAcronym(word)];
  const inCapitals = typedSo || small.length <= SHORT ? await saying(ready, CAPITALS + small.replace(typedSo ? /s$/ : "", "")) : NONE;
  if (typedSo && inCapitals.size) return [{ word, text: CAPITALS + small.replace(/s$/, ""), pages: inCapitals }];
  const terms = await Promise.all(spellingsOf(small).map((text) => termFor(ready, text, typedSo, inCapitals)));
  const said = await Promise.all(terms.map((term) => isFound(ready, term)));
  const [own, others] = [{ ...terms[0], word }, terms.slice(1).filter((_, at) => said[at + 1])];
  return said[0] || !others.length ? [own, ...others] : others;
}

const NONE = new Set();

/* Of what is typed as an acronym a longer word is the beginning of nothing that was meant: SEN does not find "sense". */
async function termFor(ready, text, typedSo, first) {
  const pages = typedSo || text.length <= SHORT ? await saying(ready, text) : NONE;
  return { word: text, text, ...(pages.size || (typedSo && text.length < 6) ? { pages, first } : {}) };
}

const isFound = (ready, { pages, text }) => (pages ? pages.size > 0 : isSaid(ready, text));

/* The pages that say this whole word, or one with the same stem. */
function saying(ready, word) {
  if (!saidWhole.has(word)) saidWhole.set(word, ready.search(`"${word}"`).then(({ results }) => new Set(results.map(({ id }) => id))));
  return saidWhole.get(word);
}

/* Pagefind passes over a word that it does not know, or takes a shorter one for it. What it found tells. */
async function withAll(ready, terms) {
  const { results } = await ready.search(terms.map(({ text }) => text).join(" "));
  const whole = inCapitalsFirst(results.filter(({ id }) => terms.every(({ pages }) => !pages || pages.has(id))), terms);
  const unsure = terms.filter(({ pages }) => !pages).map(({ text }) => text);
  if (whole.length && (await saidBy(whole[0], unsure)).every(Boolean)) return { results: whole, missing: [] };
  const said = await Promise.all(terms.map((term) => isFound(ready, term)));
  const [known, missing] = [terms.filter((_, at) => said[at]), terms.filter((_, at) => !said[at])];
  if (!missing.length) return { results: whole, missing };
  return { results: known.length ? (await withAll(ready, known)).results : [], missing: missing.map(({ word }) => word) };
}

function inCapitalsFirst(results, terms) {
  const rank = ({ id }) => terms.filter(({ first }) => first?.has(id)).length;
  return terms.some(({ first }) => first?.size) ? [...results].sort((one, other) => rank(other) - rank(one)) : results;
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
  const written = (await pageOf(result)).words;
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
  if (said(text) === words.join(" ").toLowerCase()) return results;
  const near = await Promise.all(results.slice(0, LOOKED_AT).map(pageOf));
  const at = near.findIndex(({ title }) => said(title) === said(text));
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
  const answer = await fetch(new URL("search/words.json", here));
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  const known = await answer.json();
  const right = new Map(missing.map((word) => [plain(word), nearest(plain(word), known)]));
  const better = text.trim().toLowerCase().replaceAll(/[\p{L}\p{M}\p{N}]+/gu, (word) => right.get(plain(word)) ?? word);
  return better === text.trim().toLowerCase() ? undefined : better;
}
