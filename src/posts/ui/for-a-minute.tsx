"use client";
import { type ReactNode, useEffect, useState } from "react";

/** Shows what is offered until a moment, and then no longer. Without JavaScript the next page leaves it out. */
export function ForAMinute({ until, children }: { until: number; children: ReactNode }) {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), Math.max(0, until - Date.now()));
    return () => clearTimeout(timer);
  }, [until]);
  return over ? null : children;
}
