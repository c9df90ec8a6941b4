"use client";
import { useEffect, useState } from "react";

/** Tells how large the window is, in a form that is sent with a script. */
export function Viewport() {
  const [size, setSize] = useState("");
  useEffect(() => {
    const measure = () => setSize(`${window.innerWidth}×${window.innerHeight}`);
    measure();
    window.addEventListener("resize", measure);
    return () => window.removeEventListener("resize", measure);
  }, []);
  return <input type="hidden" name="viewport" value={size} />;
}
