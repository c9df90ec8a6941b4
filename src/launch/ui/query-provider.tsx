"use client";
import { type DehydratedState, HydrationBoundary, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink } from "@trpc/client";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import { type ReactNode, useState } from "react";
import type { AppRouter } from "@/assembly/router";

const { TRPCProvider, useTRPC } = createTRPCContext<AppRouter>();

export { useTRPC };

const REFRESH_MS = 30_000;
/** A batch carries at most this many calls; the server takes no more. */
const BATCH_MAX = 10;

function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: REFRESH_MS / 2, refetchInterval: REFRESH_MS, refetchOnWindowFocus: true, retry: 1 },
    },
  });
}

/** The browser's client of the router: it starts with what the page read, and reads again by and by. */
export function QueryProvider({ state, children }: { state: DehydratedState; children: ReactNode }) {
  const [queryClient] = useState(newQueryClient);
  const [trpcClient] = useState(() =>
    createTRPCClient<AppRouter>({ links: [httpBatchLink({ url: "/api/trpc", maxItems: BATCH_MAX })] }),
  );
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
        <HydrationBoundary state={state}>{children}</HydrationBoundary>
      </TRPCProvider>
    </QueryClientProvider>
  );
}
