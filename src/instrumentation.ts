import type { Instrumentation } from "next";
import { pageFaults } from "@/platform/page-faults";

/** A fault while a page is drawn: the digest that the person sees as its reference stands beside its cause in the log. */
export const onRequestError: Instrumentation.onRequestError = (err, request, context) => {
  const digest = err instanceof Error && "digest" in err ? String(err.digest) : undefined;
  const requestId = request.headers["x-request-id"]?.toString();
  const [path = ""] = request.path.split("?", 1);
  pageFaults().tell({ err, digest, requestId, path, route: context.routePath });
};
