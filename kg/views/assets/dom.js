// Makes elements. Text goes in as text, never as markup: names and quotes can hold anything.
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "onclick") element.addEventListener("click", value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== ""));
  return element;
}

// A text whose direction of writing does not reach beyond itself.
function say(tag, text, className = null) {
  const element = make(tag, { dir: "auto", class: className });
  element.textContent = text;
  return element;
}

const SVG = "http://www.w3.org/2000/svg";
const OUTLINES = {
  square: "M3 3H15V15H3Z",
  diamond: "M9 1L17 9L9 17L1 9Z",
  triangle: "M9 2L17 16H1Z",
  triangleDown: "M9 16L1 2H17Z",
  hexagon: "M5 2H13L17 9L13 16H5L1 9Z",
  star: "M9 1L11.2 6.6L17 7L12.5 10.8L14 17L9 13.6L4 17L5.5 10.8L1 7L6.8 6.6Z",
  dot: "M9 2A7 7 0 1 0 9 16A7 7 0 1 0 9 2Z",
};

function makeIcon(family) {
  const icon = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  icon.setAttribute("viewBox", "0 0 18 18");
  icon.setAttribute("class", "icon");
  icon.setAttribute("aria-hidden", "true");
  path.setAttribute("d", OUTLINES[data.families[family].shape]);
  path.dataset.family = family;
  path.setAttribute("fill", colours().family(family));
  icon.append(path);
  return icon;
}

function makeLine(modality) {
  const icon = document.createElementNS(SVG, "svg");
  const line = document.createElementNS(SVG, "path");
  icon.setAttribute("viewBox", "0 0 36 10");
  icon.setAttribute("class", "line");
  icon.setAttribute("aria-hidden", "true");
  line.setAttribute("d", "M1 5H35");
  line.setAttribute("stroke-width", "2");
  if (modality === "negated") line.setAttribute("d", "M1 5H35M14 1L22 9M22 1L14 9");
  else line.setAttribute("stroke-dasharray", statusOf({ modality }).dashes.join(" "));
  line.dataset.modality = modality;
  line.setAttribute("stroke", colours().modality(modality));
  icon.append(line);
  return icon;
}

// A long list, a part at a time.
function makeList(items, makeItem, step = 40) {
  const list = make("ul", { class: "plain" });
  let next = 0;
  const more = make("button", { type: "button", class: "more", onclick: () => add() });
  function add() {
    for (const item of items.slice(next, next + step)) list.append(make("li", {}, makeItem(item)));
    next += step;
    more.textContent = `Show more (${Math.max(items.length - next, 0).toLocaleString("en")} left)`;
    more.hidden = next >= items.length;
  }
  add();
  return make("div", {}, list, more);
}
