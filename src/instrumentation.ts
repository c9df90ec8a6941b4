import type { Instrumentation } from "next";

/** A fault while a page is drawn: the digest that the person sees as its reference stands beside its cause here. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  const { log } = await import("@/platform/log");
  const digest = error instanceof Error && "digest" in error ? error.digest : undefined;
  const [path] = request.path.split("?", 1);
  log().error(
    { err: error, digest, requestId: request.headers["x-request-id"], path, route: context.routePath },
    "fault in a page",
  );
};
