import { randomUUID } from "node:crypto";
import type { Sent, Target } from "@/cli/bench/load";
import type { Stage, Writer } from "@/cli/bench/stage";
import { sessionCookie } from "@/members/sessions/token";
import { paths } from "@/paths";

export const FEED = `/api/trpc/posts.feed?input=${encodeURIComponent(JSON.stringify({ take: 20 }))}`;
const BODY = "A few words as people write them, with a [link](https://example.com) and **one** strong word.\n\n".repeat(
  4,
);
/** The share of a round's requests that a write gets. */
const WRITES = 0.1;

/** What stands beside what: the smallest thing of each kind, then what is built on it. */
export function targetsOf(stage: Stage): Target[] {
  const { web, floor, writers } = stage;
  const reader = () => ({ headers: { cookie: cookieOf(writers[0]) } });
  const nobody = () => ({ headers: {} });
  const turn = turns(writers);
  const read = (name: string, port: number, path: string, next: () => Sent = reader): Target => ({
    name,
    port,
    path,
    status: 200,
    next,
    share: 1,
  });
  return [
    read("bare route", web, "/api/health", nobody),
    read("bare page", web, paths.signedOut(), nobody),
    read("bare tRPC", floor, FEED),
    read("feed procedure", web, FEED),
    read("feed page", web, paths.home()),
    read("thread page", web, paths.post(stage.post)),
    {
      name: "posting, form",
      port: web,
      path: paths.form("posts.publish"),
      status: 303,
      share: WRITES,
      next: () => posting(web, turn(), "form"),
    },
    {
      name: "posting, tRPC",
      port: web,
      path: "/api/trpc/posts.publish",
      status: 200,
      share: WRITES,
      next: () => posting(web, turn(), "json"),
    },
  ];
}

/** One writer after the other: each has a limit of their own, as in life. */
function turns(writers: readonly Writer[]): () => Writer | undefined {
  let turn = 0;
  return () => {
    turn += 1;
    return writers[turn % writers.length];
  };
}

export function cookieOf(writer: Writer | undefined): string {
  return `${sessionCookie()}=${writer?.token ?? ""}`;
}

function posting(port: number, writer: Writer | undefined, as: "form" | "json"): Sent {
  const fields = {
    space: writer?.space ?? "",
    kind: "discussion",
    title: `Written by the bench ${randomUUID()}`,
    body: BODY,
  };
  const form = new URLSearchParams({ ...fields, _back: paths.home(), _to: paths.post("{post}") });
  return {
    headers: {
      cookie: cookieOf(writer),
      origin: `http://127.0.0.1:${port}`,
      "sec-fetch-site": "same-origin",
      "content-type": as === "form" ? "application/x-www-form-urlencoded" : "application/json",
    },
    body: as === "form" ? form.toString() : JSON.stringify(fields),
  };
}
