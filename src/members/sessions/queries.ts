import { and, desc, eq, gt } from "drizzle-orm";
import { z } from "zod";
import type { Viewer } from "@/platform/access/viewer";
import { now } from "@/platform/clock";
import type { Reader } from "@/platform/database/client";
import { session } from "../schema";
import { sessionId } from "../shape";

export const deviceView = z.object({
  session: sessionId,
  /** What the browser and the system call themselves, in short; empty when they say nothing known. */
  browser: z.string(),
  system: z.string(),
  signedInAt: z.date(),
  lastSeenAt: z.date(),
  expiresAt: z.date(),
  /** The device that asks. */
  current: z.boolean(),
});
export type DeviceView = z.output<typeof deviceView>;

const DEVICES_MAX = 50;

/** The viewer's signed-in devices, the last seen first. */
export async function devicesOf(db: Reader, viewer: Viewer): Promise<DeviceView[]> {
  const rows = await db
    .select()
    .from(session)
    .where(and(eq(session.personId, viewer.id), gt(session.expiresAt, now())))
    .orderBy(desc(session.lastSeenAt), desc(session.id))
    .limit(DEVICES_MAX);
  return rows.map((row) => ({
    session: row.id,
    ...describeAgent(row.userAgent),
    signedInAt: row.createdAt,
    lastSeenAt: row.lastSeenAt,
    expiresAt: row.expiresAt,
    current: row.id === viewer.sessionId,
  }));
}

/** The first that matches is the name: the others call themselves by the names below them too. */
const BROWSERS = [
  ["Edge", /\bEdgA?\//],
  ["Opera", /\bOPR\//],
  ["Samsung Internet", /\bSamsungBrowser\//],
  ["Firefox", /\b(Firefox|FxiOS)\//],
  ["Chrome", /\b(Chrome|CriOS)\//],
  ["Safari", /\bSafari\//],
] as const;

const SYSTEMS = [
  ["iPhone", /\biPhone\b/],
  ["iPad", /\biPad\b/],
  ["Android", /\bAndroid\b/],
  ["Windows", /\bWindows\b/],
  ["macOS", /\bMacintosh\b/],
  ["ChromeOS", /\bCrOS\b/],
  ["Linux", /\bLinux\b/],
] as const;

/** Names a browser and a system from its User-Agent, roughly: enough to tell one's own devices apart. */
export function describeAgent(userAgent: string): { browser: string; system: string } {
  const nameIn = (names: readonly (readonly [string, RegExp])[]) =>
    names.find(([, pattern]) => pattern.test(userAgent))?.[0] ?? "";
  return { browser: nameIn(BROWSERS), system: nameIn(SYSTEMS) };
}
