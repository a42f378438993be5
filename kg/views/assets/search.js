// Search by any name, from the keyboard too: / to begin, arrows to choose, Enter to go.
const searchInput = document.getElementById("search");
const resultList = document.getElementById("results");
const MOST_RESULTS = 9;
let active = 0;
let found = [];

function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

const foldedNames = data.nodes.map((node, i) => [labels[i], ...node.aliases].map(fold));

function findNodes(text) {
  const wanted = fold(text.trim());
  if (!wanted) return [];
  const score = (name) => (name === wanted ? 0 : name.startsWith(wanted) ? 1 : name.includes(` ${wanted}`) ? 2 : name.includes(wanted) ? 3 : 9);
  return data.ranked
    .map((node) => ({ node, score: Math.min(...foldedNames[node].map(score)) }))
    .filter((hit) => hit.score < 9)
    .sort((a, b) => a.score - b.score || rankOf[a.node] - rankOf[b.node])
    .map((hit) => hit.node);
}

function goTo(node) {
  closeResults();
  if (pathFrom !== null && pathFrom !== node) {
    searchInput.value = "";
    showPath(pathFrom, node);
    panel.focus();
    return;
  }
  searchInput.value = labels[node];
  select("node", node, { look: true });
}

function closeResults() {
  resultList.hidden = true;
  searchInput.setAttribute("aria-expanded", "false");
  searchInput.removeAttribute("aria-activedescendant");
}

function markActive() {
  [...resultList.children].forEach((item, i) => item.setAttribute("aria-selected", i === active ? "true" : "false"));
  if (found.length) searchInput.setAttribute("aria-activedescendant", `result-${active}`);
}

function showResults() {
  const all = findNodes(searchInput.value);
  found = all.slice(0, MOST_RESULTS);
  active = 0;
  const items = found.map((node, i) => {
    const item = make("li", { role: "option", id: `result-${i}` },
      makeIcon(data.nodes[node].family), say("span", labels[node], "name"), say("span", data.nodes[node].type, "kind"));
    item.addEventListener("mousedown", (event) => { event.preventDefault(); goTo(node); });
    return item;
  });
  if (!found.length) items.push(say("li", "No name holds these letters.", "none"));
  if (all.length > found.length) items.push(say("li", `${(all.length - found.length).toLocaleString("en")} more; write on to narrow them.`, "none"));
  resultList.replaceChildren(...items);
  resultList.hidden = !searchInput.value.trim();
  searchInput.setAttribute("aria-expanded", String(!resultList.hidden));
  markActive();
}

function startSearch() {
  searchInput.addEventListener("input", showResults);
  searchInput.addEventListener("blur", closeResults);
  searchInput.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && found.length && !resultList.hidden) goTo(found[active]);
    else if (event.key === "ArrowDown" && found.length) active = (active + 1) % found.length;
    else if (event.key === "ArrowUp" && found.length) active = (active + found.length - 1) % found.length;
    else if (event.key === "Escape") {
      closeResults();
      endPathChoice();
    }
    else return;
    event.preventDefault();
    event.stopPropagation();
    markActive();
  });
}
