/* The search box of the header: results as you type, in a list under the box. Return opens the search page. */

import { item, shown } from "./search-item.js";
import { prepare, search } from "./search.js";

const MOST = 5;
const PAUSE = 120;

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
    let items = [];
    let said = "Results do not come just now";
    try {
      const { pieces, partly, others } = await search(text);
      const found = [...pieces, ...partly, ...others];
      items = await Promise.all(found.slice(0, MOST).map((result) => shown(result, text)));
      said = found.length ? `${found.length} ${found.length === 1 ? "result" : "results"}` : "Nothing found";
    } catch {
      /* the search page says more */
    }
    /* Who has gone on, into the panel or out of the box, perhaps before this script was here, is not disturbed. */
    if (mine !== asked || document.activeElement !== field) return;
    list.replaceChildren(...items.map((each) => item({ ...each, excerpt: [] })));
    panel.hidden = false;
    if (status.textContent !== said) status.textContent = said;
    all.href = `${form.action}?${new URLSearchParams({ q: text })}`;
    all.textContent = items.length ? "All results, and filters" : "Other spellings, and ways to browse";
  };

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
      const stops = [field, ...panel.querySelectorAll("a")];
      const at = stops.indexOf(document.activeElement);
      stops.at((at + (event.key === "ArrowDown" ? 1 : -1)) % stops.length).focus();
    }
  });
  prepare();
  answer();
}
