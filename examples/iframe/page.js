// What a page does around the frame: it hears the verdict, and asks for the report.

const frame = document.querySelector("iframe.byoc-readiness");
const verdict = document.getElementById("verdict");
const report = document.getElementById("report");

frame.addEventListener("readinessverdict", ({ detail }) => {
  verdict.textContent = `The calculator says: ${detail.verdict}.`;
});

document.getElementById("ask").addEventListener("click", async () => {
  const given = await frame.requestReport();
  report.hidden = false;
  report.textContent = given ? JSON.stringify(given, null, 2) : "You kept the report to yourself.";
});

document.getElementById("theme").addEventListener("click", (event) => {
  const { dataset } = document.documentElement;
  dataset.theme = dataset.theme === "dark" ? "light" : "dark";
  event.currentTarget.textContent = dataset.theme === "dark" ? "Light" : "Dark";
});
