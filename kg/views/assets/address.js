// The view in the part of the address after #, so that a link shows what its sender saw.
const STEM = commonStem(data.nodes.map(({ id }) => id));
const MOST_EXTRA = 40;

function commonStem(ids) {
  if (!ids.length) return "";
  let stem = ids[0];
  for (const id of ids) while (!id.startsWith(stem)) stem = stem.slice(0, -1);
  return stem.slice(0, Math.max(stem.lastIndexOf("/"), stem.lastIndexOf("#")) + 1);
}

function shortId(node) {
  return data.nodes[node].id.slice(STEM.length);
}

function findNode(short) {
  return data.nodes.findIndex(({ id }) => id === STEM + short);
}

function describeSelection(parts) {
  const chosen = state.selection;
  if (chosen?.kind === "node") parts.set("node", shortId(chosen.id));
  else if (chosen?.kind === "statement") parts.set("statement", statements[chosen.id].id.split("/").pop());
  else if (chosen?.kind === "path") {
    parts.set("path", shortId(state.path.from));
    parts.set("to-node", shortId(state.path.to));
  }
}

function describeFilters(parts) {
  for (const name of ["types", "modalities", "predicates"]) for (const value of filters[name]) parts.append(`without-${name}`, value);
  if (filters.article >= 0) parts.set("article", data.documents[filters.article].identifier);
  if (isDated()) for (const name of ["by", "from", "to"]) if (filters[name]) parts.set(name, filters[name]);
  if (filters.least) parts.set("least", String(filters.least));
}

function formatAddress() {
  const parts = new URLSearchParams();
  if (state.view !== "graph") parts.set("view", state.view);
  if (state.view === "reading") parts.set("read", data.documents[state.article].identifier);
  if (state.view === "changes") for (const end of ["from", "to"]) parts.set(`changed-${end}`, span[end]);
  if (state.view === "sparql" && asked.text.length < 1500) parts.set("query", asked.text);
  if (state.all) parts.set("all", "1");
  describeSelection(parts);
  describeFilters(parts);
  for (const node of [...state.extra].slice(0, MOST_EXTRA)) parts.append("with", shortId(node));
  if (document.documentElement.dataset.theme) parts.set("theme", document.documentElement.dataset.theme);
  return parts.toString();
}

function saveAddress() {
  const address = formatAddress();
  if (address === location.hash.slice(1)) return;
  history.replaceState(null, "", address ? `#${address}` : location.pathname + location.search);
}

function readFilters(parts) {
  resetFilters();
  for (const name of ["types", "modalities", "predicates"]) for (const value of parts.getAll(`without-${name}`)) filters[name].add(value);
  filters.article = data.documents.findIndex(({ identifier }) => identifier === parts.get("article"));
  if (parts.get("by") === "told") filters.by = "told";
  for (const name of ["from", "to"]) filters[name] = /^[\d-]+$/.test(parts.get(name) || "") ? parts.get(name) : "";
  filters.least = Math.min(Math.max(Number(parts.get("least")) || 0, 0), 1);
}

function readSelection(parts) {
  const node = parts.has("node") ? findNode(parts.get("node")) : -1;
  const k = parts.has("statement") ? statements.findIndex(({ id }) => id.split("/").pop() === parts.get("statement")) : -1;
  const [from, to] = ["path", "to-node"].map((name) => (parts.has(name) ? findNode(parts.get(name)) : -1));
  if (node >= 0) {
    select("node", node);
    if (state.view === "graph") lookAt(node);
  }
  else if (k >= 0) select("statement", k);
  else if (from >= 0 && to >= 0) showPath(from, to);
  else select(null);
}

// Names that this page does not know are passed over: a link may be older than the page.
function openAddress() {
  const parts = new URLSearchParams(location.hash.slice(1));
  readFilters(parts);
  state.all = parts.get("all") === "1";
  state.extra = new Set(parts.getAll("with").map(findNode).filter((node) => node >= 0));
  const article = data.documents.findIndex(({ identifier }) => identifier === parts.get("read"));
  state.article = Math.max(article, 0);
  for (const end of ["from", "to"]) span[end] = parts.get(`changed-${end}`) || "";
  if (VIEWS.sparql) asked.text = parts.get("query") || asked.text;
  if (["light", "dark"].includes(parts.get("theme"))) setTheme(parts.get("theme"));
  applyFilters();
  setView(parts.get("view") || "graph");
  return parts;
}
