// Signing in and reading an archive are no procedures: their events are declared where no router leads.
import "@/imports/events";
import "@/members/sign-in/events";
import { declaredEvents } from "@/platform/events/event";
import { reactions } from "./reactions";
import { appRouter } from "./router";

/** docs/events.md: every declared event, what it carries, and who reacts. */
export function eventsDocument(): string {
  // Loading the router loads every room, and with it every declaration.
  if (appRouter === undefined) throw new Error("no router");
  const head = [
    "# What can happen",
    "",
    "Made by `npm run levain -- access-matrix --events`; a test compares it. Events are rows written in the transaction",
    "that makes them happen; reactions run after commit, once an event.",
    "",
    "| event | happens to | carries | what it tells | who reacts |",
    "| --- | --- | --- | --- | --- |",
  ];
  const lines = [...declaredEvents().values()]
    .sort((a, b) => a.name.localeCompare(b.name, "en"))
    .map((kind) => {
      const carries = Object.keys(kind.shape.shape).join(", ") || "–";
      const who = reactions.filter((one) => one.on === kind.name).map((one) => `\`${one.name}\``);
      return `| \`${kind.name}\` | ${kind.subject} | ${carries} | ${kind.tells} | ${who.join(", ") || "–"} |`;
    });
  return [...head, ...lines, ""].join("\n");
}
