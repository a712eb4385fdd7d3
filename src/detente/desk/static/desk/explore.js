// What stands under a cursor on the charts of a relation. Without it the drawings' own titles and the table say the same.
"use strict";
for (const figure of document.querySelectorAll("figure[data-cursor]")) {
  const {days, stops} = JSON.parse(document.getElementById(figure.dataset.cursor).textContent);
  if (!stops.length) continue;
  const box = figure.querySelector(".cursor"), slider = box.querySelector("input"), says = box.querySelector("output");
  const charts = [...figure.querySelectorAll("svg[data-left]")].map(svg => {
    const line = document.createElementNS(svg.namespaceURI, "line");
    line.setAttribute("class", "here");
    line.setAttribute("y1", 4);
    line.setAttribute("y2", svg.dataset.base);
    svg.append(line);
    return {svg, line, left: +svg.dataset.left, right: +svg.dataset.right};
  });
  let shown = -1;

  const show = (at, loud) => {
    at = Math.min(stops.length - 1, Math.max(0, at));
    if (at === shown) return;
    shown = at;
    const stop = stops[at];
    for (const c of charts) {
      const x = c.left + (c.right - c.left) * stop.d / days;
      c.line.setAttribute("x1", x);
      c.line.setAttribute("x2", x);
    }
    const told = stop.e.map(([arrow, words]) => `${arrow} ${words}`.trim());
    says.replaceChildren(...[stop.w, ...told].map((words, n) => {
      const p = document.createElement("p");
      if (n) p.textContent = words;
      else p.append(Object.assign(document.createElement("b"), {textContent: words}));
      return p;
    }));
    slider.value = at;
    slider.setAttribute("aria-valuetext", [stop.w, ...stop.e.map(([, words]) => words)].join(". "));
    says.setAttribute("aria-live", loud ? "polite" : "off");
  };

  // the day nearest to the pointer; of days equally near in pixels, one with events
  const nearest = day => {
    const reach = days / 150;
    let best = 0, far = Infinity;
    stops.forEach((stop, at) => {
      const off = Math.max(0, Math.abs(stop.d - day) - (stop.e.length ? reach : 0)) + Math.abs(stop.d - day) / 1e6;
      if (off < far) [best, far] = [at, off];
    });
    return best;
  };

  slider.max = stops.length - 1;
  slider.addEventListener("input", () => show(+slider.value));
  for (const button of box.querySelectorAll("button")) {
    const way = +button.dataset.step;
    button.addEventListener("click", () => {
      let at = shown + way;
      while (stops[at] && !stops[at].e.length) at += way;
      if (stops[at]) show(at, true);
    });
  }
  for (const {svg, left, right} of charts) {
    svg.addEventListener("pointermove", event => {
      const frame = svg.getBoundingClientRect(), x = (event.clientX - frame.left) / frame.width * svg.viewBox.baseVal.width;
      show(nearest((x - left) / (right - left) * days));
    });
  }
  box.hidden = false;
  show(stops.length - 1);
}
