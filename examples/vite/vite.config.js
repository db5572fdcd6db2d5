import { defineConfig } from "vite";

export default defineConfig({
  // The built page works below any path.
  base: "./",
  worker: { format: "es" },
  build: { target: "es2022" },
});
