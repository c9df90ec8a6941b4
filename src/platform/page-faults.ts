import { once } from "@/platform/once";

/** A fault while a page was drawn; `digest` is the reference that the person sees. */
export type PageFault = {
  readonly err: unknown;
  readonly digest: string | undefined;
  readonly requestId: string | undefined;
  readonly path: string;
  readonly route: string;
};

/**
 * Who is told of faults in pages: nobody until the server sets it. Next compiles the hook that tells for a runtime
 * without Node too, so the hook itself cannot load the log.
 */
export function pageFaults(): { tell: (fault: PageFault) => void } {
  return once("page-faults", () => ({ tell: () => {} }));
}
