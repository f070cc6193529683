// Draws each chart from the data beside it. Colours are CSS variables even
// inside the drawing, so a change of scheme, or printing, needs no redrawing.
(() => {
  "use strict";

  const font = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif";
  const ink = "var(--ink)", soft = "var(--soft)", rule = "var(--rule)";
  const config = {
    background: null,
    font,
    // The box around the drawing speaks for it. Hundreds of labelled marks
    // inside would only bury the table that follows.
    aria: false,
    lineBreak: "\n",
    view: { stroke: null },
    axis: {
      domainColor: soft, tickColor: rule, gridColor: rule,
      labelColor: soft, titleColor: soft,
      labelFontSize: 12.5, titleFontSize: 12.5, titleFontWeight: 500,
      labelPadding: 5, labelSeparation: 8,
    },
    legend: {
      orient: "bottom", columns: 1, labelLimit: 320,
      labelColor: ink, titleColor: soft, labelFontSize: 12.5, titleFontSize: 12.5,
    },
    title: { color: ink, subtitleColor: soft },
    header: { labelColor: ink, titleColor: soft },
    text: { fill: ink },
    rule: { color: soft },
    range: { category: Array.from({ length: 8 }, (_, i) => `var(--c${i + 1})`) },
  };
  const options = {
    mode: "vega-lite",
    renderer: "svg",
    actions: false,
    ast: true, // interpret expressions, since the page forbids eval
    defaultStyle: false,
    tooltip: { disableDefaultStyle: true },
    config,
  };

  for (const data of document.querySelectorAll("script[data-plot]")) {
    const plot = document.getElementById(data.dataset.plot);
    const figure = plot.closest("figure");
    const drawing = plot.closest(".drawing");
    drawing.hidden = false;
    vegaEmbed(plot, JSON.parse(data.textContent), options).then(
      () => {
        figure.querySelector("details").open = false;
      },
      (problem) => {
        // The table stays open, so the figures are not lost with the drawing.
        drawing.hidden = true;
        console.error(problem);
      },
    );
  }
})();
