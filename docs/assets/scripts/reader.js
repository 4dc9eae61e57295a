/* What every page can do for its reader: text size, the menu, the way to search. Loaded after the page is there. */

const kept = (name) => {
  try {
    return localStorage.getItem(`wawla.${name}`);
  } catch {
    return null;
  }
};
const keep = (name, value) => {
  try {
    localStorage.setItem(`wawla.${name}`, value);
  } catch {
    /* a browser that keeps nothing: the choice holds for this page */
  }
};

/* Text size: one button, which goes round the sizes and says which one it is. */
const SIZES = ["normal", "large", "larger"];
const sizes = document.querySelector(".w-text-size");
const setSize = (size) => {
  document.documentElement.dataset.textSize = size;
  sizes.title = `Text size: ${size}. Change to ${after(size)}`;
  sizes.querySelector(".w-hidden").textContent = sizes.title;
};
const after = (size) => SIZES[(SIZES.indexOf(size) + 1) % SIZES.length];
sizes.hidden = false;
setSize(document.documentElement.dataset.textSize);
sizes.addEventListener("click", () => {
  setSize(after(document.documentElement.dataset.textSize));
  keep("text-size", document.documentElement.dataset.textSize);
});

/* Colours: one button. Until it is pressed nothing is kept, and the pages follow the device. */
const colours = document.querySelector(".w-colours");
const setColours = (scheme) => {
  document.body.dataset.mdColorScheme = scheme;
  colours.title = `Switch to ${scheme === "slate" ? "light" : "dark"} mode`;
  colours.querySelector(".w-hidden").textContent = colours.title;
};
colours.hidden = false;
setColours(document.body.dataset.mdColorScheme);
colours.addEventListener("click", () => {
  setColours(document.body.dataset.mdColorScheme === "slate" ? "default" : "slate");
  keep("colours", document.body.dataset.mdColorScheme);
});

/* The menu of small screens is a plain disclosure; Escape, or a press beside it, closes it. */
const menu = document.querySelector(".w-menu");
if (menu) {
  document.addEventListener("click", (event) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
}

/* The key / leads to the search. Whoever types by voice may press it unawares, so it can be turned off (WCAG 2.1.4). */
const slash = document.querySelector(".w-slash");
let slashLeads = kept("slash") !== "off";
const sayOfSlash = () => (slash.textContent = `Turn the / key ${slashLeads ? "off" : "on"}`);
if (slash) {
  slash.closest("[hidden]").hidden = false;
  sayOfSlash();
  slash.addEventListener("click", () => {
    slashLeads = !slashLeads;
    keep("slash", slashLeads ? "on" : "off");
    sayOfSlash();
  });
}

/* The search box: its own script comes when somebody is about to use it. */
const box = document.querySelector(".w-search-box");
const field = box?.querySelector("input");
const wake = () =>
  import("./search-box.js").then(
    ({ searchBox }) => searchBox(box),
    () => {
      const said = Object.assign(document.createElement("p"), { className: "w-search-panel" });
      said.setAttribute("role", "status");
      box.append(said);
      said.textContent = "The search could not be fetched here. Press Return to search on a page of its own.";
      field.addEventListener("blur", () => said.remove(), { once: true });
    },
  );
field?.addEventListener("focus", wake, { once: true });
document.addEventListener("keydown", (event) => {
  const writing = event.target.closest("input, textarea, select, [contenteditable]");
  const held = event.ctrlKey || event.metaKey;
  const asked = held ? event.key === "k" : event.key === "/" && slashLeads && !writing;
  if (!asked || event.altKey || event.defaultPrevented) return;
  const page = document.querySelector(".w-search-page input[type=search]");
  const there = page ?? (field?.offsetParent ? field : null);
  event.preventDefault();
  if (there) there.select(), there.focus();
  else location.href = document.querySelector(".w-search-link").href;
});

/* The contents beside a page show where the reader is. */
const entries = [...document.querySelectorAll(".md-nav--secondary a")];
const places = entries.map((entry) => document.getElementById(decodeURIComponent(entry.hash.slice(1))));
const follow = () => {
  const tops = places.map((place) => (place?.offsetParent ? place.getBoundingClientRect().top : Infinity)); // not of what is hidden
  const passed = tops.indexOf(Math.max(...tops.filter((top) => top < innerHeight / 4)));
  entries.forEach((entry, at) => (at === passed ? entry.setAttribute("aria-current", "location") : entry.removeAttribute("aria-current")));
};
if (entries.length) document.addEventListener("scroll", () => requestAnimationFrame(follow), { passive: true });

/* A page that was opened from a search shows the words that were found. */
const found = new URLSearchParams(location.search).getAll("highlight");
if (found.length) {
  import("../../pagefind/pagefind-highlight.js").then(({ default: Highlight }) => {
    const limiters = [..." \t\n.,;:!?()[]{}'\"‘’“”…–—-/"];
    new Highlight({
      highlightParam: "highlight",
      addStyles: false,
      markOptions: {
        accuracy: { value: "exactly", limiters },
        className: "w-found",
        exclude: ["[data-pagefind-ignore]", "[data-pagefind-ignore] *"],
      },
    });
  });
}
