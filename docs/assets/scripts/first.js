/* Runs before a page is drawn, so that it never flashes: colours and text size as chosen, and whatever needs scripts. */

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
  document.documentElement.classList.add("w-scripts");
  document.documentElement.dataset.textSize = kept("text-size") ?? "normal";
}
