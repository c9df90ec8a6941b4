import { databaseUrl, env } from "@/platform/env";
import { Hub } from "@/platform/live/hub";
import { already, once } from "@/platform/once";
import { judge } from "./judge";
import { roll } from "./roll";

/** This process's ear on what changes; it begins to listen with the first stream. */
export function hub(): Hub {
  return once("live.hub", () => new Hub({ url: env().DATABASE_LISTEN_URL ?? databaseUrl(), judge, roll }));
}

/** How many streams are open here. */
export function openStreams(): number {
  return already<Hub>("live.hub")?.size ?? 0;
}

/** Ends every stream, if there are any: a process that stops calls it first. */
export async function closeHub(): Promise<void> {
  await already<Hub>("live.hub")?.close();
}
