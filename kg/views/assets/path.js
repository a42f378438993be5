// The shortest way between two things, by statements that pass the filters, in either direction.
let pathFrom = null; // where a path begins whose end is still to be chosen

function findPath(from, to) {
  const before = new Map([[from, null]]);
  let edge = [from];
  while (edge.length && !before.has(to)) {
    const next = [];
    for (const node of edge) {
      const steps = [...statementsOf[node].out, ...statementsOf[node].in].filter((i) => lives.statements[i])
        .sort((a, b) => rankOf[otherEnd(data.edges[a], node)] - rankOf[otherEnd(data.edges[b], node)] || a - b);
      for (const i of steps) {
        const other = otherEnd(data.edges[i], node);
        if (before.has(other)) continue;
        before.set(other, { node, i });
        next.push(other);
      }
    }
    edge = next;
  }
  if (!before.has(to)) return null;
  const steps = [];
  for (let step = before.get(to); step; step = before.get(step.node)) steps.unshift(step.i);
  return steps;
}

function beginPath(node) {
  pathFrom = node;
  searchInput.placeholder = `Path from ${cut(labels[node], 24)} to …`;
  searchInput.value = "";
  searchInput.focus();
}

function endPathChoice() {
  pathFrom = null;
  searchInput.placeholder = "Search names  ( / )";
}

function showPath(from, to) {
  endPathChoice();
  const steps = findPath(from, to);
  state.path = { from, to, steps };
  for (const i of steps || []) state.extra.add(data.edges[i].s).add(data.edges[i].o);
  state.extra.add(from).add(to);
  setView("graph");
  refreshCanvas();
  select("path", 0);
  lookAtAll(nodesOfPath());
}

function nodesOfPath() {
  const { from, to, steps } = state.path;
  return new Set([from, to, ...(steps || []).flatMap((i) => [data.edges[i].s, data.edges[i].o])]);
}

function showPathPanel() {
  const { from, to, steps } = state.path;
  const none = isFiltered() ? "No path leads there by the statements that the filters leave." : "No path leads there.";
  panel.replaceChildren(...[
    makeClose(),
    say("h2", `${labels[from]} to ${labels[to]}`),
    say("p", steps ? `The shortest path, ${countOf(steps.length, "step", "steps")}:` : none, "hint"),
    ...(steps || []).map((i) => makeCard(i)),
  ]);
}
