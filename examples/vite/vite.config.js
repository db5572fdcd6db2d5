import { defineConfig } from "vite";

export default defineConfig({
  // The built page works below any path.
  base: "./",
  // The package finds its WebAssembly beside itself, so the development server must not move it.
  optimizeDeps: { exclude: ["byoc-readiness"] },
  worker: { format: "es" },
  build: { target: "es2022" },
});
