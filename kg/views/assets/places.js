// Where nodes stand that come in later: near those they are tied to, where there is room.
const ROOM = { x: 110, y: 62 };

function roomIndex(places) {
  const cells = new Map();
  const key = (x, y) => `${Math.floor(x / ROOM.x)} ${Math.floor(y / ROOM.y)}`;
  const add = ({ x, y }) => {
    const at = key(x, y);
    if (!cells.has(at)) cells.set(at, []);
    cells.get(at).push({ x, y });
  };
  const isFree = (x, y) => {
    for (const dx of [-1, 0, 1]) {
      for (const dy of [-1, 0, 1]) {
        const near = cells.get(key(x + dx * ROOM.x, y + dy * ROOM.y)) || [];
        if (near.some((p) => Math.abs(p.x - x) < ROOM.x * 0.8 && Math.abs(p.y - y) < ROOM.y * 0.8)) return false;
      }
    }
    return true;
  };
  places.forEach(add);
  return { add, isFree };
}

// Tries rings about the centre, the innermost first.
function findRoom(centre, index) {
  for (let ring = 1; ring < 60; ring += 1) {
    for (let spot = 0; spot < 6 * ring; spot += 1) {
      const angle = (2 * Math.PI * (spot + (ring % 2) / 2)) / (6 * ring);
      const place = { x: centre.x + ROOM.x * ring * Math.cos(angle), y: centre.y + ROOM.y * 1.4 * ring * Math.sin(angle) };
      if (index.isFree(place.x, place.y)) return place;
    }
  }
  return centre;
}

function placeNewcomers(added, present) {
  const places = new Map(present);
  const index = roomIndex([...places.values()]);
  const lowest = Math.max(0, ...[...places.values()].map(({ y }) => y));
  for (const node of added) {
    const near = [...neighboursOf(node)].filter((other) => places.has(other)).map((other) => places.get(other));
    const mean = (axis) => near.reduce((sum, place) => sum + place[axis], 0) / near.length;
    const centre = near.length ? { x: mean("x"), y: mean("y") } : { x: 0, y: lowest + 2 * ROOM.y };
    const place = findRoom(centre, index);
    places.set(node, place);
    index.add(place);
  }
  return places;
}
