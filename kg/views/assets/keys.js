// The keyboard: / for the search, Escape to let go, and on the drawing arrows from thing to thing.
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

// The nearest shown node in a direction; one that lies aslant counts as farther away.
function findBeside(node, [dx, dy]) {
  const positions = network.getPositions();
  const from = positions[node];
  let best = null;
  let least = Infinity;
  for (const [other, { x, y }] of Object.entries(positions)) {
    const along = (x - from.x) * dx + (y - from.y) * dy;
    const aside = Math.abs((x - from.x) * dy) + Math.abs((y - from.y) * dx);
    const cost = along + 2.5 * aside;
    if (along > 1 && cost < least) {
      least = cost;
      best = Number(other);
    }
  }
  return best;
}

function moveOnDrawing(event) {
  const chosen = state.selection?.kind === "node" && visNodes.get(state.selection.id) ? state.selection.id : null;
  if (event.key in ARROWS) {
    const next = chosen === null ? shownNodes()[0] : findBeside(chosen, ARROWS[event.key]);
    if (next !== null && next !== undefined) select("node", next);
    if (next !== null && next !== undefined) lookAt(next);
  } else if (event.key === "Enter" && chosen !== null) expand(chosen);
  else if (event.key === "+" || event.key === "-") {
    network.moveTo({ scale: network.getScale() * (event.key === "+" ? 1.25 : 0.8) });
  } else return;
  event.preventDefault();
}

function startKeys() {
  canvasElement.addEventListener("keydown", moveOnDrawing);
  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof HTMLInputElement && ["search", "date"].includes(event.target.type)
      || event.target instanceof HTMLTextAreaElement;
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      searchInput.focus();
      searchInput.select();
    } else if (event.key === "Escape" && !typing) {
      endPathChoice();
      select(null);
    }
  });
}
