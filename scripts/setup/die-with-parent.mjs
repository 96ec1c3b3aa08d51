// Preloaded into the processes we start with a channel: when the starter is killed, even with -9, they must not live on.
// Next hands the preload on to processes of its own, whose channels are none of our business: they are not the starter's children.
if (process.ppid === Number(process.env.TIERLINE_STARTER)) {
  process.once("disconnect", () => {
    try {
      process.kill(-process.pid, "SIGKILL"); // with everything below it, when it leads its process group
    } catch {
      process.kill(process.pid, "SIGKILL");
    }
  });
  process.channel?.unref();
}
