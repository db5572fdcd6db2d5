import { useEffect, useState } from "react";

/**
 * The calculator, in a page of docs.
 *
 * The server writes an element like any other. The browser's import defines what it does, and until
 * then, or without JavaScript, it shows what stands inside it.
 */
export default function Readiness(props) {
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    import("byoc-readiness/embed").catch(() => setFailed(true));
  }, []);

  return (
    // The height keeps the text below from jumping when it starts.
    <byoc-readiness compact style={{ display: "block", minHeight: "32rem" }} {...props}>
      <p>
        {failed
          ? "The calculator could not be loaded. Reload the page to try again."
          : "The calculator runs in your browser, and needs JavaScript and WebAssembly to do so."}
      </p>
    </byoc-readiness>
  );
}
