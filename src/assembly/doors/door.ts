import type { Visit } from "@/platform/http/visit";

/** One way in beside the pages: which requests it answers, and how. */
export type Door = {
  /** The class of its requests in logs and metrics. */
  readonly name: string;
  readonly opensTo: (path: string) => boolean;
  /** The methods that it answers; GET brings HEAD. A POST must come from one of our own pages. */
  readonly methods: readonly ("GET" | "POST" | "PUT" | "DELETE")[];
  /** Machines ask here (a load balancer, Prometheus) under whatever name they know us by. */
  readonly anyHost?: boolean;
  /** A GET that uses something up: a HEAD, which should change nothing, is not answered. */
  readonly onceOnly?: boolean;
  /** What it is asked carries its own key, and comes from programs: a POST need not come from a page of ours. */
  readonly fromAnywhere?: boolean;
  readonly handle: (visit: Visit) => Promise<void>;
};

/** Answers to one exact path. */
export function at(path: string): Door["opensTo"] {
  return (asked) => asked === path;
}

/** Answers to everything below a path. */
export function below(path: string): Door["opensTo"] {
  return (asked) => asked.startsWith(`${path}/`);
}
