/* The search box of the header: results as you type, in a list under the box. Return opens the search page. */

import { item, shown } from "./search-item.js";
import { counted, forget, prepare, search } from "./search.js";

const MOST = 5;
const PAUSE = 120;
const PATIENCE = 500;

/* The same count as on the search page. */
const outcome = async ({ pieces, partly, others }) => {
  if (pieces.length) return counted(pieces);
  if (partly.length) return "No piece has every word";
  return others.length ? "No piece found, but other pages of this site" : "Nothing found";
};

/** Make the box ready. The panel is made here, because without scripts there is nothing to put into it. */
export function searchBox(form) {
  const field = form.querySelector("input");
  const panel = document.createElement("div");
  panel.className = "w-search-panel md-typeset";
  panel.tabIndex = -1; // in Safari a link that is pressed does not take the focus, but this does
  panel.hidden = true;
  const status = document.createElement("p");
  status.className = "w-count";
  status.setAttribute("role", "status");
  const list = document.createElement("ul");
  list.className = "w-items";
  list.setAttribute("aria-label", "Results");
  const all = document.createElement("a");
  const again = Object.assign(document.createElement("button"), { type: "button", className: "w-again", textContent: "Try again" });
  panel.append(status, list, all);
  form.append(panel);

  let asked = 0;
  let pause;
  /* An answer that is still on its way is not wanted any more. */
  const close = () => {
    clearTimeout(pause);
    asked += 1;
    panel.hidden = true;
    status.textContent = "";
  };
  const answer = async () => {
    const text = field.value;
    if (text.trim().length < 2) return close();
    const mine = ++asked;
    const waiting = setTimeout(() => show(mine, ["Searching…"], [], text), PATIENCE);
    try {
      const found = await search(text);
      const best = [...found.pieces, ...found.partly, ...found.others].slice(0, MOST);
      const items = await Promise.all(best.map((result) => shown(result, text)));
      show(mine, [await outcome(found)], items, text);
    } catch {
      if (mine === asked) forget();
      show(mine, ["The search could not be fetched. ", again], [], text);
    } finally {
      clearTimeout(waiting);
    }
  };
  /* Who has gone on, into the panel or out of the box, perhaps before this script was here, is not disturbed. */
  const show = (mine, said, items, text) => {
    if (mine !== asked || ![field, again].includes(document.activeElement)) return;
    if (document.activeElement === again) field.focus({ preventScroll: true });
    list.replaceChildren(...items.map((each) => item({ ...each, excerpt: [], facts: each.when })));
    panel.hidden = false;
    const words = said.map((part) => part.textContent ?? part).join("");
    if (status.textContent !== words) status.replaceChildren(...said);
    all.href = `${form.action}?${new URLSearchParams({ q: text })}`;
    all.textContent = items.length ? "All results, and filters" : "Other spellings, and ways to browse";
  };
  again.addEventListener("click", answer);

  field.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(answer, PAUSE);
  });
  field.addEventListener("focus", () => panel.hidden && answer());
  form.addEventListener("submit", close);
  form.addEventListener("focusout", (event) => form.contains(event.relatedTarget) || close());
  form.addEventListener("keydown", (event) => {
    if (panel.hidden) return;
    if (event.key === "Escape") {
      event.preventDefault();
      field.focus({ preventScroll: true });
      close();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const stops = [field, ...panel.querySelectorAll("a, button")];
      const at = stops.indexOf(document.activeElement);
      stops.at((at + (event.key === "ArrowDown" ? 1 : -1)) % stops.length).focus();
    }
  });
  prepare();
  answer();
}
