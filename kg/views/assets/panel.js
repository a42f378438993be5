// The side panel: everything about what is selected, or where to begin when nothing is.
const panel = document.getElementById("panel");

function makeSection(title, items, makeItem) {
  if (!items.length) return null;
  return make("section", {}, say("h3", `${title} (${items.length.toLocaleString("en")})`), makeList(items, makeItem));
}

function makeClose() {
  return make("button", { type: "button", class: "close", "aria-label": "Close details", onclick: () => select(null) }, "×");
}

function makeExpand(node) {
  const hidden = [...neighboursOf(node)].filter((other) => !state.inView.has(other)).length;
  if (!hidden) return null;
  return make("button", { type: "button", class: "expand", onclick: () => expand(node) },
    `Show ${countOf(hidden, "more neighbour", "more neighbours")}`);
}

function showNodePanel(node) {
  const { id, type, family, aliases, documents } = data.nodes[node];
  const { out, in: into, facts } = statementsOf[node];
  const edge = (i) => makeCard(data.edges[i], node);
  const names = aliases.length
    ? make("p", { class: "aliases" }, "Also: ", ...aliases.flatMap((alias, i) => [i ? ", " : "", say("bdi", alias)])) : null;
  panel.replaceChildren(
    makeClose(),
    say("h2", labels[node]),
    make("p", { class: "type" }, makeIcon(family), say("span", type)),
    ...[names, makeExpand(node)].filter(Boolean),
    ...[
      makeSection("From here", out, edge),
      makeSection("To here", into.filter((i) => data.edges[i].s !== node), edge),
      makeSection("Values and dates", facts, (i) => makeCard(data.facts[i], node)),
      makeSection("Mentioned in", documents, (i) => say("span", documentName(data.documents[i]))),
    ].filter(Boolean),
    say("p", id, "identifier"),
  );
}

function documentName({ title, date }) {
  return date ? `${cut(title, 90)} (${date})` : cut(title, 90);
}

function showEdgePanel(i) {
  const statement = data.edges[i];
  panel.replaceChildren(makeClose(), say("h2", "Statement"), makeCard(statement));
}

function showStartPanel() {
  const most = data.ranked.slice(0, 12).filter((node) => neighboursOf(node).size);
  panel.replaceChildren(...[
    say("h2", "Where to begin"),
    say("p", "Select a shape for its statements and the sentences behind them, a line for one statement. A double click brings in the neighbours; / searches.", "hint"),
    makeSection("Most connected", most, (node) => make("p", { class: "start" },
      makeIcon(data.nodes[node].family), makeNodeButton(node), say("span", data.nodes[node].type, "kind"))),
    makeSection("Documents", data.documents, (document) => say("span", documentName(document))),
  ].filter(Boolean));
}

function showPanel() {
  const chosen = state.selection;
  if (!chosen) showStartPanel();
  else if (chosen.kind === "node") showNodePanel(chosen.id);
  else showEdgePanel(chosen.id);
  document.body.classList.toggle("selected", chosen !== null);
  panel.scrollTop = 0;
}
