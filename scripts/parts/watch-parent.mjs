// Loaded into our child processes: when the parent is killed, even with -9, the child ends too.
// Processes that the child forks load this as well; theirs is not our channel.
if (Number(process.env.FOLLOWTHROUGH_PARENT) === process.ppid) {
  process.on("disconnect", () => process.exit(1));
  process.channel?.unref();
}
