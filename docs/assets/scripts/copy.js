/* Copies a reference with one press. Without this script the buttons stay hidden, and the files can be downloaded. */

/* The Harvard style asks for the day on which a page was read, which only the reader's own clock knows. */
const today = new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
for (const place of document.querySelectorAll("[data-accessed]")) place.textContent = ` (Accessed: ${today}).`;

const status = document.querySelector(".w-copied");

const say = (words) => {
  status.textContent = "";
  setTimeout(() => (status.textContent = words), 50); // the same words twice would be announced once
};

const select = (source) => {
  source.hidden = false;
  const range = document.createRange();
  range.selectNodeContents(source);
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
};

/* A paragraph keeps its italics where it is pasted into a letter or an essay; a file is plain text. */
const copy = async (source) => {
  const text = source.textContent.trim() + (source.matches("pre") ? "\n" : "");
  if (source.matches("pre") || !window.ClipboardItem) return navigator.clipboard.writeText(text);
  const forms = { "text/plain": text, "text/html": source.innerHTML };
  const blobs = Object.entries(forms).map(([type, form]) => [type, new Blob([form], { type })]);
  return navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
};

for (const button of document.querySelectorAll(".w-copy")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const source = document.getElementById(button.dataset.copies);
    const wasHidden = source.hidden;
    try {
      await copy(source);
      say(`Copied: ${button.dataset.says}.`);
    } catch {
      // no clipboard here: a page that came over plain http, or a reader who said no
      select(source);
      const done = document.execCommand("copy");
      if (done) source.hidden = wasHidden;
      say(done ? `Copied: ${button.dataset.says}.` : "The text is marked. Copy it with the keyboard or the menu.");
    }
  });
}
