/* The order page: copies are chosen, what was written is looked over, the order is made. Nothing is sent or kept here. */

import { MOST_OF_A_MAILTO, fileOf, mailtoOf, messageOf, orderOf, subjectOf } from "./order-message.js";

const form = document.querySelector(".w-order");
const chosen = [...form.querySelectorAll("[data-reference]")];
const fields = [...form.querySelectorAll("[data-title]")];
const choice = form.querySelector(".w-choice");
const summary = form.querySelector(".w-errors");
const total = form.querySelector(".w-total");
const changed = form.querySelector(".w-order-changed");
const made = document.querySelector(".w-your-order");
const example = "example" in form.dataset;
const most = Number(form.dataset.mostCopies);
const mostLines = Number(form.dataset.mostLines);

const counted = (number, one, many) => `${number.toLocaleString("en-GB")} ${number === 1 ? one : many}`;

/* How many copies are asked for: 0 where nothing is written, NaN where it is no number. */
const copiesIn = ({ value }) => (/^\s*\d*\s*$/.test(value) ? Number(value) : NaN);
const linesOf = () =>
  chosen.map((input) => ({ reference: input.dataset.reference, copies: copiesIn(input) })).filter(({ copies }) => copies > 0);

/* A change makes an order that was made before untrue, so it goes. */
const update = () => {
  const lines = linesOf();
  const copies = lines.reduce((sum, line) => sum + line.copies, 0);
  total.textContent = copies
    ? `Total: ${counted(copies, "copy", "copies")} of ${counted(lines.length, "edition", "editions")}`
    : "Nothing is chosen yet.";
  if (made.hidden) return;
  showMade(false);
  changed.textContent = `The ${example ? "example" : "order"} has changed. Make it again.`;
};

/* What is to be put right, in words; "" where all is well. */
const faultOfCopies = (input) => {
  const copies = copiesIn(input);
  if (copies > most) return `${most} copies of one edition are the most in one order.`;
  return copies >= 0 ? "" : "Write a whole number, such as 20.";
};
const faultOf = ({ name, value, several, input }) => {
  const text = orderOf([{ name, value, several }], [])[name];
  const { most, pattern, example } = input.dataset;
  const length = [...text].length;
  if (!text) return input.required ? "Please fill this in." : "";
  if (length > most) return `It has ${counted(length, "character", "characters")}; ${Number(most).toLocaleString("en-GB")} are the most.`;
  return !pattern || new RegExp(pattern).test(text) ? "" : `Please write it like this: ${example}`;
};

const written = () =>
  fields.map((input) => ({
    input,
    name: input.name,
    title: input.dataset.title,
    several: input.matches("textarea"),
    value: input.value,
  }));

/* The fault of the editions together is that of their group, and of no single one. */
const faultOfChoice = (ofCopies) => {
  const lines = linesOf().length;
  if (lines > mostLines) return `${mostLines} editions are the most in one order.`;
  return lines || ofCopies.some(([, , fault]) => fault) ? "" : "Choose some of at least one edition.";
};

const faults = () => {
  const ofCopies = chosen.map((input) => [input, input.dataset.edition, faultOfCopies(input)]);
  const ofFields = written().map((field) => [field.input, field.title, faultOf(field)]);
  return [[choice, "Copies", faultOfChoice(ofCopies)], ...ofCopies, ...ofFields];
};

/*
 * Each fault beside its field, and all of them on top, with a link to each field. Returns whether there are any. While
 * somebody writes, `only` those that are shown already: they change, and go when they are put right.
 */
const showFaults = (only = () => true) => {
  const found = faults().filter(([input]) => only(input));
  for (const [input, , fault] of found) {
    const place = document.getElementById(`${input.id}-error`);
    place.textContent = fault;
    place.hidden = !fault;
    if (fault) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
  }
  const links = found
    .filter(([, , fault]) => fault)
    .map(([input, title, fault]) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = `#${input.id}`;
      link.textContent = `${title}: ${fault}`;
      link.addEventListener("click", (event) => {
        event.preventDefault(); // the address keeps the edition that was chosen by it
        (input === choice ? chosen[0] : input).focus();
      });
      item.append(link);
      return item;
    });
  summary.querySelector("ul").replaceChildren(...links);
  summary.hidden = !links.length;
  return links.length > 0;
};

/* What is hidden without scripts is hidden in the contents of the page too. */
const inContents = (anchor, shown) => {
  const entry = document.querySelector(`.md-nav--secondary a[href="#${anchor}"]`);
  if (entry) entry.parentElement.hidden = !shown;
};
const showMade = (shown) => {
  made.hidden = !shown;
  inContents("_made", shown);
};

let file;
const make = () => {
  const all = written();
  const order = orderOf(all, linesOf());
  const text = messageOf(order, form.dataset.publication, all, example);
  made.querySelector("pre").textContent = text;
  URL.revokeObjectURL(file);
  file = URL.createObjectURL(new Blob([fileOf(order)], { type: "application/json" }));
  made.querySelector("[download]").href = file;
  const mail = made.querySelector(".w-order-mail");
  if (mail) {
    const subject = subjectOf(order);
    mail.href = mailtoOf(form.dataset.to, subject, text);
    mail.hidden = mail.href.length > MOST_OF_A_MAILTO;
    const long = made.querySelector(".w-order-long");
    long.hidden = !mail.hidden;
    long.querySelector("a").href = mailtoOf(form.dataset.to, subject, "");
  }
  changed.textContent = "";
  showMade(true);
  made.querySelector("h2").focus();
};

form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (showFaults()) {
    showMade(false);
    summary.focus();
  } else make();
});
const hasFault = (input) => input.hasAttribute("aria-invalid");
const changedByHand = () => {
  update();
  if (!summary.hidden) showFaults(hasFault);
};
form.addEventListener("input", changedByHand);
for (const button of form.querySelectorAll("[data-step]")) {
  button.addEventListener("click", () => {
    const input = button.parentElement.querySelector("input");
    const copies = Math.min(Math.max((copiesIn(input) || 0) + Number(button.dataset.step), 0), most);
    input.value = copies || "";
    changedByHand();
  });
}

/* An edition that an address names after # is chosen already. */
const choose = () => {
  const input = chosen.find((each) => `#${each.closest("li").id}` === location.hash);
  if (!input) return;
  if (!copiesIn(input)) input.value = 1;
  update();
  if (document.activeElement !== document.body) return;
  input.focus();
  input.select();
};

inContents("_to", true);
for (const part of form.querySelectorAll(".w-scripted")) part.hidden = false;
for (const part of document.querySelectorAll(".w-unscripted")) part.hidden = true;
addEventListener("hashchange", choose);
addEventListener("load", () => setTimeout(choose)); // once the browser has gone there itself, which takes the focus away
update();
