/* The search page. Its address holds the words, the filters and the order, so a search can be shared and gone back to. */

import { item, shown } from "./search-item.js";
import { showFilters } from "./search-filters.js";
import { byDate, counted, facets, forget, prepare, search, suggestion } from "./search.js";

const page = document.querySelector(".w-search-page");
const $ = (selector) => page.querySelector(selector);
const field = $("input[type=search]");
const form = $("form");
const status = $(".w-search-status");
const list = $(".w-results > .w-items");
const sort = $("select[name=sort]");
const next = $(".w-search-next");
const row = $(".w-search-chosen ul");
const groups = [...page.querySelectorAll(".w-filter")];
const NAMES = groups.map((group) => group.dataset.filter);
const ORDERS = [...sort.options].map((option) => option.value);
const drawer = $(".w-filters-all");
const NOTHING = { pieces: [], partly: [], others: [], missing: [], longer: [] };
const STEP = 10;
const PAUSE = 150;
const PATIENCE = 500;

/* What is asked for: words, an order, and for each filter the values of which a piece has to have one. */
function stateOf(address) {
  const given = new URLSearchParams(address);
  const chosen = new Map(NAMES.map((name) => [name, new Set(given.getAll(name).filter(Boolean))]));
  const order = given.get("sort");
  return { text: (given.get("q") ?? "").slice(0, field.maxLength), sort: ORDERS.includes(order) ? order : "", chosen };
}

function addressOf({ text, sort, chosen }) {
  const given = new URLSearchParams();
  if (text.trim()) given.set("q", text);
  for (const [name, values] of chosen) for (const value of values) given.append(name, value);
  if (sort) given.set("sort", sort);
  return location.pathname + `?${given}`.replace(/^\?$/, "");
}

let state = stateOf(location.search);
let asked = 0;
let pause;
let entered = false;

/* Every value that was chosen, as pairs of filter and value. */
const choices = () => [...state.chosen].flatMap(([name, values]) => [...values].map((value) => [name, value]));

/* Whether a piece has what was chosen: of each filter one value; `but` is the name of a filter that does not count. */
const fits = (id, known, but) =>
  [...state.chosen].every(
    ([name, values]) => name === but || !values.size || [...values].some((value) => known.get(name)?.get(value)?.has(id)),
  );

async function answer() {
  const mine = ++asked;
  const late = () => mine !== asked;
  const text = state.text.trim();
  const waiting = setTimeout(() => late() || say([text ? `Searching for ‘${text}’…` : "Searching…"]), PATIENCE);
  try {
    const found = await lookUp(state.text);
    if (late()) return;
    await put(found, late, () => clearTimeout(waiting));
    if (late()) return;
    if (drawer.open) await count();
    else if (found.wanted) openOnce();
  } catch (error) {
    fail(error, late, "The search could not be fetched. ");
  } finally {
    clearTimeout(waiting);
  }
}

/* A part of the search did not come. Nothing is shown then that could be taken for an answer. */
function fail(error, late, sentence) {
  console.error(error);
  if (late()) return;
  forget();
  asked += 1;
  list.replaceChildren();
  next.hidden = true;
  for (const section of [$(".w-search-partly"), $(".w-search-also")]) section.hidden = true;
  $(".w-search-ways").hidden = false;
  say([sentence, again(answer)]);
}

/* A button after a sentence. What it is in goes away with it, so the focus goes to the sentence that takes its place. */
function again(act) {
  const button = Object.assign(document.createElement("button"), { type: "button", className: "w-again", textContent: "Try again" });
  button.addEventListener("click", () => {
    if (status.contains(document.activeElement)) status.focus();
    act();
  });
  return button;
}

async function lookUp(text) {
  const narrowed = choices().length > 0;
  const wanted = Boolean(text.trim()) || narrowed;
  const [found, known] = await Promise.all([wanted ? search(text) : NOTHING, narrowed ? facets() : null]);
  const fitting = (results) => (known ? results.filter(({ id }) => fits(id, known)) : results);
  return {
    text,
    wanted,
    narrowed,
    pieces: await inOrder(fitting(found.pieces)),
    partly: fitting(found.partly).slice(0, STEP / 2),
    also: narrowed ? [] : found.others.slice(0, STEP / 2),
    missing: found.missing,
    longer: found.longer,
    number: await counted(fitting(found.pieces)),
    better: await suggestion(text, found.missing).catch(() => null),
  };
}

/* Pieces without a date come last in either order. */
async function inOrder(pieces) {
  if (!state.sort) return pieces;
  const places = await byDate();
  const sign = state.sort === "newest" ? 1 : -1;
  const placeOf = ({ id }) => (places.has(id) ? sign * places.get(id) : places.size);
  return [...pieces].sort((one, other) => placeOf(one) - placeOf(other));
}

/* The best result stands there as soon as it has come; the others follow it. */
async function put(found, late, come) {
  const { text, pieces, partly, also } = found;
  const show = (results) => Promise.all(results.map((result) => shown(result, text)));
  const first = await show(pieces.slice(0, 1));
  if (late()) return;
  $(".w-search-body").hidden = false;
  $(".w-search-ways").hidden = pieces.length + partly.length > 0;
  $(".w-sort").hidden = pieces.length < 2;
  list.replaceChildren(...first.map((each) => item(each, "h2")));
  next.hidden = true;
  showChosen();
  come();
  say(sentences(found));
  if (entered) reveal();
  $(".w-filters-done").textContent = pieces.length ? `Show ${found.number}` : "Show the results";
  const rest = await show(pieces.slice(1, STEP));
  if (late()) return;
  list.append(...rest.map((each) => item(each, "h2")));
  offerMore(found);
  const [some, others] = await Promise.all([show(partly), show(also)]);
  if (late()) return;
  fill($(".w-search-partly"), some);
  fill($(".w-search-also"), others);
}

function fill(section, items) {
  section.hidden = !items.length;
  section.querySelector("ul").replaceChildren(...items.map((each) => item(each, "h3")));
}

/* What was found in words, for everybody; a screen reader hears it, and hears it once. */
function sentences({ text, wanted, narrowed, pieces, number, partly, also, missing, longer, better }) {
  if (!wanted) return [];
  const quoted = text.trim() ? ` for ‘${text.trim()}’` : "";
  const filtered = narrowed ? " with these filters" : "";
  const said = [];
  if (pieces.length) said.push(`${number}${quoted}${filtered}. `);
  else if (partly.length) said.push(`No piece has every word of ‘${text.trim()}’${filtered}. `);
  else if (also.length) said.push(`No piece found${quoted}, but other pages of this site. `);
  else said.push(`Nothing found${quoted}${filtered}. `);
  if (pieces.length && missing.length) said.push(`None says ‘${missing.join("’ or ‘")}’. `);
  if (pieces.length && longer.length) said.push(`None says ‘${longer.join("’ or ‘")}’ by itself, but longer words that begin so. `);
  if (better === null) said.push("Other spellings could not be fetched. ");
  if (![pieces, partly, also].some((each) => each.length) && !better) said.push(advice(text, narrowed));
  return better ? [...said, "Did you mean ", suggested(better), "?"] : said;
}

/* What to do where nothing was found, and no other spelling is known. */
function advice(text, narrowed) {
  if (narrowed) return text.trim() ? "Take a filter away, or try other words." : "Take a filter away.";
  return `Try ${/\s/.test(text.trim()) ? "fewer words" : "another word"}, or look by theme.`;
}

function suggested(better) {
  const link = Object.assign(document.createElement("a"), { href: addressOf({ ...state, text: better }), textContent: better });
  link.addEventListener("click", (event) => {
    event.preventDefault();
    field.value = better;
    change({ text: better });
    field.focus();
  });
  return link;
}

/* Who has pressed Enter sees the answer: on a small screen the page goes on to it, and a keyboard on the screen closes. */
function reveal() {
  entered = false;
  if (status.getBoundingClientRect().bottom < innerHeight / 2) return;
  status.focus({ preventScroll: true });
  status.scrollIntoView();
}

function say(parts) {
  const words = parts.map((part) => part.textContent ?? part).join("");
  if (words !== status.textContent) status.replaceChildren(...parts);
}

function offerMore({ pieces, text }) {
  const mine = asked;
  let shownSoFar = Math.min(STEP, pieces.length);
  next.hidden = shownSoFar >= pieces.length;
  next.onclick = async () => {
    const batch = await Promise.all(pieces.slice(shownSoFar, shownSoFar + STEP).map((result) => shown(result, text))).catch((error) =>
      fail(error, () => mine !== asked, "The next results could not be fetched. "),
    );
    if (mine !== asked) return;
    shownSoFar += batch.length;
    const items = batch.map((each) => item(each, "h2"));
    list.append(...items);
    items[0].querySelector("a").focus();
    next.hidden = shownSoFar >= pieces.length;
  };
}

/* The counts of the filters. Their part of the index is fetched when somebody sees them, which is after the results. */
async function count() {
  const mine = asked;
  const [known, { pieces }] = await Promise.all([facets(), search(state.text)]);
  if (mine !== asked) return;
  const held = drawer.contains(document.activeElement);
  for (const group of groups) {
    const name = group.dataset.filter;
    const rest = pieces.filter(({ id }) => fits(id, known, name));
    showFilters(group, known.get(name) ?? new Map(), rest, state.chosen.get(name), toggle);
  }
  if (held && !(drawer.contains(document.activeElement) && document.activeElement.offsetParent)) drawer.querySelector("summary").focus();
}

/* Beside the results there is room for the filters; a reader who closes them does not see them open again. */
let opened = false;
function openOnce() {
  if (!opened && matchMedia("(min-width: 60em)").matches) drawer.open = true;
  opened = true;
}

function toggle(name, value, on) {
  const chosen = new Map([...state.chosen].map(([each, values]) => [each, new Set(values)]));
  if (on) chosen.get(name).add(value);
  else chosen.get(name).delete(value);
  change({ chosen });
}

function showChosen() {
  const held = row.contains(document.activeElement);
  row.replaceChildren(
    ...choices().map(([name, value]) => {
      const line = document.createElement("li");
      const button = Object.assign(document.createElement("button"), { type: "button", textContent: `${value} ×` });
      button.setAttribute("aria-label", `Remove the filter ${value}`);
      button.addEventListener("click", () => toggle(name, value, false));
      line.append(button);
      return line;
    }),
  );
  row.hidden = !row.children.length;
  if (held) (row.querySelector("button") ?? field).focus();
}

/* A change that the back button undoes; while somebody types, only the address follows. */
function change(part, typing = false) {
  clearTimeout(pause);
  state = { ...state, text: field.value, ...part };
  const address = addressOf(state);
  const same = address === location.pathname + location.search;
  history[typing || same ? "replaceState" : "pushState"](null, "", address);
  answer();
}

function show() {
  clearTimeout(pause);
  state = stateOf(location.search);
  field.value = state.text;
  sort.value = state.sort;
  answer();
}

field.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(() => change({}, true), PAUSE);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  entered = true;
  change({});
});
sort.addEventListener("change", () => change({ sort: sort.value }));
window.addEventListener("popstate", show);
$(".w-filters-done").addEventListener("click", () => {
  drawer.open = false;
  drawer.querySelector("summary").focus();
  status.scrollIntoView();
});
drawer.addEventListener("toggle", () => {
  const mine = asked;
  if (drawer.open) count().catch((error) => fail(error, () => mine !== asked, "The filters could not be fetched. "));
});
window.addEventListener("online", () => status.querySelector(".w-again")?.click());
prepare();
show();
