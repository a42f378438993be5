// Colours for a light or a dark page, as the reader's system asks or the reader chose.
const darkPage = window.matchMedia("(prefers-color-scheme: dark)");
const calm = window.matchMedia("(prefers-reduced-motion: reduce)");

function colours() {
  const scheme = document.documentElement.dataset.theme || (darkPage.matches ? "dark" : "light");
  const dark = scheme === "dark";
  return {
    family: (name) => data.families[name][scheme],
    modality: (name) => statusOf({ modality: name })[scheme],
    page: dark ? "#15191e" : "#fbfbfa",
    text: dark ? "#e8ecf0" : "#1c2126",
    soft: dark ? "#aab4bf" : "#4c5661",
    border: dark ? "#0c0f12" : "#ffffff",
    strong: dark ? "#ffffff" : "#111417",
  };
}

function visGroups() {
  const groups = {};
  for (const name of Object.keys(data.families)) {
    const fill = colours().family(name);
    const edge = colours().strong;
    groups[name] = {
      color: {
        background: fill, border: colours().border,
        highlight: { background: fill, border: edge }, hover: { background: fill, border: edge },
      },
    };
  }
  return groups;
}

function recolourIcons() {
  for (const path of document.querySelectorAll("[data-family]")) {
    path.setAttribute("fill", colours().family(path.dataset.family));
  }
  for (const path of document.querySelectorAll("[data-modality]")) {
    path.setAttribute("stroke", colours().modality(path.dataset.modality));
  }
}

function setTheme(name) {
  document.documentElement.dataset.theme = name;
}

function turnTheme() {
  const dark = colours().page !== "#fbfbfa";
  setTheme(dark ? "light" : "dark");
  recolour();
  saveAddress();
}
