// Preloaded into the processes we start with a channel: when the starter is killed, even with -9, they must not live on.
process.once("disconnect", () => process.kill(process.pid, "SIGKILL"));
process.channel?.unref();
