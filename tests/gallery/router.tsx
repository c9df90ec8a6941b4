import { AppRouterContext, type AppRouterInstance } from "next/dist/shared/lib/app-router-context.shared-runtime";
import type { ReactNode } from "react";

const nothing = () => {};

/** Stands where Next's router stands, for components that are drawn without an app around them. */
export function Router({ push = nothing, children }: { push?: (to: string) => void; children: ReactNode }) {
  const router: AppRouterInstance = {
    push,
    bfcacheId: "gallery",
    refresh: nothing,
    replace: nothing,
    back: nothing,
    forward: nothing,
    prefetch: nothing,
  };
  return <AppRouterContext value={router}>{children}</AppRouterContext>;
}
