"use client";
import { lazy, Suspense, useEffect, useState } from "react";
import type { LivePageProps } from "./live-opened";

// All of it comes when the page has nothing else to do, so that no reading waits for it.
const Opened = lazy(() => import("./live-opened"));

/** Keeps a page that stays open up to date. Draws nothing by itself until something new is there. */
export function LivePage(props: LivePageProps) {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    if (!("requestIdleCallback" in window)) {
      const soon = setTimeout(() => setIdle(true), 1000);
      return () => clearTimeout(soon);
    }
    const soon = requestIdleCallback(() => setIdle(true), { timeout: 3000 });
    return () => cancelIdleCallback(soon);
  }, []);
  if (!idle) return null;
  return (
    <Suspense fallback={null}>
      <Opened {...props} />
    </Suspense>
  );
}
