import "server-only";
import { type DehydratedState, dehydrate, QueryClient, type QueryKey } from "@tanstack/react-query";
import { createTRPCOptionsProxy, type TRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { type AppRouter, appRouter } from "../router";

/** What a page has read already, as the browser's client would have read it: dates are ISO strings there. */
type Answers = (keys: TRPCOptionsProxy<AppRouter>) => readonly (readonly [key: QueryKey, data: unknown])[];

/** Hands a page's answers to the browser's client, so that it starts with them and only asks again later. */
export function dehydrated(answers: Answers): DehydratedState {
  const client = new QueryClient();
  const keys = createTRPCOptionsProxy<AppRouter>({
    router: appRouter,
    queryClient: client,
    // Keys are all that is taken from here; nothing is called as anybody.
    ctx: { viewer: null, locale: "en", requestId: "" },
  });
  for (const [key, data] of answers(keys)) client.setQueryData(key, JSON.parse(JSON.stringify(data)));
  return dehydrate(client);
}
