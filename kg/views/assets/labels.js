// Names on the drawing: always of readable size, and none over another. The more important name
// wins; the rest appear when the reader comes nearer.
const FACE = 'system-ui, "Noto Sans", "Segoe UI", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", "Yu Gothic", "Malgun Gothic", sans-serif';
const FONT_PX = 12.5;
const LINE_PX = 15;
const LINE_CHARS = 22;
const MOST = 220;
const wrapped = new Map();

function cut(text, length) {
  const letters = Array.from(text);
  return letters.length > length ? `${letters.slice(0, length - 1).join("").trimEnd()}…` : text;
}

function wrap(text) {
  const clean = text.replace(/\s+/g, " ").trim();
  if (Array.from(clean).length <= LINE_CHARS) return [clean];
  let first = "";
  const words = clean.split(" ");
  while (words.length && Array.from(`${first} ${words[0]}`.trim()).length <= LINE_CHARS) {
    first = `${first} ${words.shift()}`.trim();
  }
  if (!first) { // one long word, or a script without spaces
    const letters = Array.from(clean);
    return [letters.slice(0, LINE_CHARS).join(""), cut(letters.slice(LINE_CHARS).join(""), LINE_CHARS)];
  }
  return words.length ? [first, cut(words.join(" "), LINE_CHARS)] : [first];
}

function measure(context, key, text) {
  if (!wrapped.has(key)) {
    const lines = wrap(text);
    context.font = `${FONT_PX}px ${FACE}`;
    const width = Math.max(...lines.map((line) => context.measureText(line).width));
    wrapped.set(key, { lines, width: width + 4, height: lines.length * LINE_PX });
  }
  return wrapped.get(key);
}

function overlaps(box, others) {
  return others.some((o) => box.left < o.right && o.left < box.right && box.top < o.bottom && o.top < box.bottom);
}

function isWithin(box, outer) {
  return box.left >= outer.left && box.right <= outer.right && box.top >= outer.top && box.bottom <= outer.bottom;
}

function boxAt(x, y, size) {
  return { left: x - size.width / 2, right: x + size.width / 2, top: y - size.height / 2, bottom: y + size.height / 2 };
}

function commonArea(a, b) {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return across > 0 && down > 0 ? across * down : 0;
}

// The box that may stand and covers the least of the shapes; -1 where none may.
function findLeastCovering(boxes, mayStand, shapes) {
  const covered = boxes.map((box) => (mayStand(box) ? shapes.reduce((sum, shape) => sum + commonArea(box, shape), 0) : Infinity));
  const least = Math.min(...covered);
  return least === Infinity ? -1 : covered.indexOf(least);
}

// Where a name may stand about its shape: below, above, right, left, aslant.
function spotsAbout(x, y, radius, size) {
  const down = radius + size.height / 2 + 3;
  const along = radius + size.width / 2 + 5;
  const aside = size.width / 2;
  return [
    [x, y + down], [x, y - down], [x + along, y], [x - along, y],
    [x + aside, y + down], [x - aside, y + down], [x + aside, y - down], [x - aside, y - down],
  ];
}

// Places names for nodes [{node, x, y, radius, must, keen}] in pixels of the drawing; the first have
// the choice. Keen ones may cover shapes but no names, those that must be there anything. Names of
// nodes in sight do not run over the edge of sight. The boxes in `taken` stay free, and those of names join them.
function placeNames(context, nodes, sight, taken = []) {
  const shapes = nodes.map((n) => ({
    node: n.node, left: n.x - n.radius, right: n.x + n.radius, top: n.y - n.radius, bottom: n.y + n.radius,
  }));
  const crowded = nodes.length > 500;
  const names = [];
  for (const { node, x, y, radius, must, keen } of nodes) {
    if (names.length >= MOST) break;
    const size = measure(context, `n${node}`, labels[node]);
    const own = crowded ? [] : shapes.filter((shape) => shape.node !== node);
    const spots = spotsAbout(x, y, radius, size);
    const boxes = spots.map(([cx, cy]) => boxAt(cx, cy, size));
    const inside = overlaps(boxAt(x, y, { width: 1, height: 1 }), [sight]);
    const bare = (box) => !overlaps(box, taken) && (!inside || isWithin(box, sight));
    let choice = boxes.findIndex((box) => bare(box) && !overlaps(box, own));
    if (choice < 0 && (keen || must)) choice = findLeastCovering(boxes, bare, own);
    if (choice < 0 && must) choice = 0;
    const free = spots[choice];
    if (!free) continue;
    taken.push(boxes[choice]);
    names.push({ node, size, x: free[0], y: free[1], strong: must });
  }
  return { names, shapes };
}

function write(context, scale, place, colour, weight, halo) {
  context.font = `${weight} ${FONT_PX / scale}px ${FACE}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  place.size.lines.forEach((line, i) => {
    const y = (place.y + (i - (place.size.lines.length - 1) / 2) * LINE_PX) / scale;
    context.lineWidth = 3.5 / scale;
    context.strokeStyle = halo;
    context.strokeText(line, place.x / scale, y);
    context.fillStyle = colour;
    context.fillText(line, place.x / scale, y);
  });
}
