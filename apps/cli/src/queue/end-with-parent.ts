/**
 * Loaded into a child before its own code: when the parent is gone, however it went, the child is
 * asked to end as if by SIGTERM. A worker that outlived us would take jobs that nobody expects.
 */
process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
// The channel to the parent is no reason to stay.
process.channel?.unref();
