// Preloaded into each child (node --import): a child must not outlive the supervisor, not even one that was killed by
// a signal that nobody can catch. The channel to the parent closes at that moment.
const LEAVE_WITHIN_MS = 5000;

// What these children fork in turn (Next's own workers, in development) inherits the preload, and talks over its channel.
const isOurChild = /[/\\](server|worker)\.js$/.test(process.argv[1] ?? "");

if (process.channel && isOurChild) {
  process.channel.unref();
  process.once("disconnect", () => {
    setTimeout(() => process.exit(1), LEAVE_WITHIN_MS).unref();
    process.kill(process.pid, "SIGTERM");
  });
}
