/* Runs before a page is drawn, so that it never flashes: the colours and the text size that the reader chose. */

{
  const kept = (name) => {
    try {
      return localStorage.getItem(`wawla.${name}`);
    } catch {
      return null; // a browser that keeps nothing
    }
  };
  const device = matchMedia("(prefers-color-scheme: dark)").matches ? "slate" : "default";
  document.body.dataset.mdColorScheme = kept("colours") === "slate" || kept("colours") === "default" ? kept("colours") : device;
  document.documentElement.dataset.textSize = kept("text-size") ?? "normal";
}
