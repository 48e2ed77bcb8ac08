// Loaded into our child processes: when the parent is killed, even with -9, the child ends too.
process.on("disconnect", () => process.exit(1));
process.channel?.unref();
