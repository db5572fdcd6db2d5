// What a page does around the calculator: it draws its pages by itself, hears verdicts, and brings a
// profile along.

const content = document.getElementById("content");

/** The page that the address names, drawn in place of the one before. */
function draw() {
  const page = document.getElementById(location.hash.slice(1) || "prepare");
  content.replaceChildren(page.content.cloneNode(true));
  const trial = document.getElementById("trial");
  if (trial) {
    trial.profile = {
      id: "trial",
      title: "Our trial",
      source: "the handbook",
      regions: ["us-east-1", "us-west-2"],
      instances: [{ type: "m6i.xlarge", count: 4 }],
      needs: { vpc: "1", "public-ip": "1" },
    };
  }
}

// Every report of every calculator on the page; it bubbles.
addEventListener("readinesschange", ({ target, detail }) => {
  if (target.id !== "trial") content.querySelector(".heard").textContent = detail.summary;
});

document.getElementById("theme").addEventListener("click", (event) => {
  const isDark = document.documentElement.classList.toggle("dark");
  event.currentTarget.textContent = isDark ? "Light" : "Dark";
});

addEventListener("hashchange", draw);
draw();
