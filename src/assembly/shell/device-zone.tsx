"use client";
import { useEffect } from "react";
import { ZONE_COOKIE } from "./zone-cookie";

const YEAR_SECONDS = 31_536_000;

/** Tells the server on which clock this device runs, for people who set no time zone themselves. Draws nothing. */
export function DeviceZone() {
  useEffect(() => {
    const zone = encodeURIComponent(Intl.DateTimeFormat().resolvedOptions().timeZone);
    if (document.cookie.includes(`${ZONE_COOKIE}=${zone}`)) return;
    // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is not in every browser that Levain serves
    document.cookie = `${ZONE_COOKIE}=${zone}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
  }, []);
  return null;
}
