/* The filters of the search page: at each value how many pieces it would leave or add. */

const FEW = 8;

/**
 * Show one group: `values` is a Map of value to Set of ids, `pieces` what the other groups leave, `chosen` the values
 * in use. `toggle` is called with the group's name, a value, and whether it was switched on.
 */
export function showFilters(group, values, pieces, chosen, toggle) {
  const name = group.dataset.filter;
  const counted = [...values].map(([value, ids]) => [value, pieces.filter(({ id }) => ids.has(id)).length]);
  const useful = counted.filter(([value, count]) => count || chosen.has(value)).sort(name === "year" ? byYear : byCount);
  const all = group.dataset.all === "yes" || useful.length <= FEW + 1;
  const visible = all ? useful : useful.filter(([value], at) => at < FEW || chosen.has(value));
  const list = group.querySelector("ul");
  const more = group.querySelector(".w-filter-more");
  group.hidden = !useful.length;
  more.hidden = all;
  more.textContent = `Show all ${useful.length}`;
  more.onclick = () => {
    group.dataset.all = "yes";
    showFilters(group, values, pieces, chosen, toggle);
    list.querySelectorAll("input")[FEW].focus();
  };
  arrange(
    list,
    visible.map(([value, count]) => {
      const line = [...list.children].find((each) => each.querySelector("input").value === value) ?? choice(name, value, toggle);
      line.querySelector("input").checked = chosen.has(value);
      line.querySelector(".w-count").textContent = count;
      return line;
    }),
  );
}

const byYear = ([one], [other]) => other.localeCompare(one);
const byCount = ([one, few], [other, many]) => many - few || one.localeCompare(other);

/* Lines that stay where they are keep the focus, and a screen reader does not say them again. */
function arrange(list, lines) {
  const held = list.contains(document.activeElement) ? document.activeElement : undefined;
  for (const line of [...list.children]) if (!lines.includes(line)) line.remove();
  lines.forEach((line, at) => list.children[at] === line || list.insertBefore(line, list.children[at] ?? null));
  if (held?.isConnected && held !== document.activeElement) held.focus();
}

function choice(name, value, toggle) {
  const line = document.createElement("li");
  const label = document.createElement("label");
  const input = Object.assign(document.createElement("input"), { type: "checkbox", name, value });
  const number = Object.assign(document.createElement("span"), { className: "w-count" });
  const words = Object.assign(document.createElement("span"), { textContent: value });
  label.append(input, words, " ", number);
  input.addEventListener("change", () => toggle(name, value, input.checked));
  line.append(label);
  return line;
}
