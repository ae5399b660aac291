"use strict";
(function () {
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  let printing = false;
  function draw() {
    const theme = dark.matches && !printing ? "dark" : "light";
    document.querySelectorAll("[data-figure]").forEach(function (place) {
      const drawn = JSON.parse(document.getElementById(place.dataset.figure + "-" + theme).textContent);
      drawn.layout.width = Math.floor(place.getBoundingClientRect().width);
      if (drawn.layout.width < 260 && drawn.layout.xaxis && drawn.layout.xaxis.nticks) drawn.layout.xaxis.nticks = 2;
      window.Plotly.react(place, drawn.data, drawn.layout, { displayModeBar: false });
    });
  }
  let waiting = 0;
  window.addEventListener("resize", function () {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(draw, 120);
  });
  dark.addEventListener("change", draw);
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details").forEach(function (each) { each.open = true; });
    document.body.classList.add("printed");
    printing = true;
    draw();
  });
  window.addEventListener("afterprint", function () {
    document.body.classList.remove("printed");
    printing = false;
    draw();
  });
  draw();
})();
