type Patience = {
  readonly name: string;
  readonly retryLimit: number;
  readonly retryDelay: number;
  /** After this a worker that took the work is taken for dead, and another goes on; a quarter of an hour without it. */
  readonly expireInSeconds?: number;
};

/** Every queue, in one list: installed by the migration, served by the worker. */
export const QUEUES = [
  { name: "event", retryLimit: 8, retryDelay: 5 },
  { name: "letter", retryLimit: 10, retryDelay: 30 },
  { name: "flip-plan", retryLimit: 10, retryDelay: 15, expireInSeconds: 60 },
  { name: "units", retryLimit: 10, retryDelay: 30 },
  { name: "notice-mail", retryLimit: 5, retryDelay: 10 },
  { name: "notice-push", retryLimit: 2, retryDelay: 10 },
  { name: "ideas-import", retryLimit: 10, retryDelay: 30 },
  { name: "webhook", retryLimit: 3, retryDelay: 30 },
  { name: "digest", retryLimit: 2, retryDelay: 30 },
  { name: "search-words", retryLimit: 2, retryDelay: 300 },
  { name: "night", retryLimit: 5, retryDelay: 600 },
  { name: "wave-gate", retryLimit: 2, retryDelay: 300 },
  { name: "changelog", retryLimit: 5, retryDelay: 60 },
  { name: "rendering", retryLimit: 5, retryDelay: 60 },
  { name: "housekeeping", retryLimit: 2, retryDelay: 60 },
] as const satisfies readonly Patience[];
export type QueueName = (typeof QUEUES)[number]["name"];
