// The side panel: everything about what is selected, or where to begin when nothing is.
const panel = document.getElementById("panel");

function makeSection(title, items, makeItem) {
  if (!items.length) return null;
  return make("section", {}, say("h3", `${title} (${items.length.toLocaleString("en")})`), makeList(items, makeItem));
}

function makeClose() {
  return make("button", { type: "button", class: "close", "aria-label": "Close details", onclick: () => select(null) }, "×");
}

function makeButton(text, onclick, title = null) {
  return make("button", { type: "button", class: "action", onclick, title }, text);
}

function makeActions(node) {
  const shown = new Set(shownNodes());
  const hidden = [...neighboursOf(node)].filter((other) => lives.nodes[other] && !shown.has(other)).length;
  const expanding = hidden ? makeButton(`Show ${countOf(hidden, "more neighbour", "more neighbours")}`, () => expand(node)) : null;
  const leading = neighboursOf(node).size ? makeButton("Path to …", () => beginPath(node), "The shortest way from here to another thing") : null;
  return make("p", { class: "actions" }, expanding, leading);
}

function showNodePanel(node) {
  const { id, type, family, aliases, documents, links } = data.nodes[node];
  const { out, in: into, facts } = statementsOf[node];
  const living = (list) => list.filter((k) => lives.statements[k]);
  const names = aliases.length
    ? make("p", { class: "aliases" }, "Also: ", ...aliases.flatMap((alias, i) => [i ? ", " : "", say("bdi", alias)])) : null;
  const left = allOf(node).filter((k) => !lives.statements[k]).length;
  const card = (k) => makeCard(k, node);
  panel.replaceChildren(...[
    makeClose(),
    say("h2", labels[node]),
    make("p", { class: "type" }, makeIcon(family), say("span", type)),
    names,
    makeActions(node),
    left ? say("p", `The filters leave out ${countOf(left, "statement", "statements")}.`, "hint") : null,
    makeSection("From here", living(out), card),
    makeSection("To here", living(into.filter((i) => data.edges[i].s !== node)), card),
    ...makeCharts(node),
    makeSection("Values and dates", living(facts), card),
    makeSection("Mentioned in", documents, makeArticleButton),
    makeSection("Elsewhere", links, (link) => makeLink(link)),
    say("p", id, "identifier"),
  ].filter(Boolean));
}

function documentName({ title, date }) {
  return date ? `${cut(title, 90)} (${date})` : cut(title, 90);
}

function makeArticleButton(number) {
  const button = say("button", documentName(data.documents[number]), "link");
  button.type = "button";
  button.addEventListener("click", () => openArticle(number));
  return button;
}

function showStatementsPanel(title, numbers) {
  panel.replaceChildren(makeClose(), say("h2", title), ...numbers.map((k) => makeCard(k)));
}

function showStartPanel() {
  const most = data.ranked.slice(0, 12).filter((node) => neighboursOf(node).size && lives.nodes[node]);
  panel.replaceChildren(...[
    say("h2", "Where to begin"),
    say("p", "Select a shape for its statements and the sentences behind them, a line for one statement. A double click brings in the neighbours; / searches; arrow keys move on the drawing.", "hint"),
    makeSection("Most connected", most, (node) => make("p", { class: "start" },
      makeIcon(data.nodes[node].family), makeNodeButton(node), say("span", data.nodes[node].type, "kind"))),
    makeSection("Articles", [...data.documents.keys()], makeArticleButton),
  ].filter(Boolean));
}

function showPanel() {
  const chosen = state.selection;
  if (!chosen) showStartPanel();
  else if (chosen.kind === "node") showNodePanel(chosen.id);
  else if (chosen.kind === "path") showPathPanel();
  else if (chosen.kind === "sentence") showStatementsPanel("What the sentence says", chosen.id);
  else showStatementsPanel("Statement", [chosen.id]);
  document.body.classList.toggle("selected", chosen !== null);
  panel.scrollTop = 0;
}
