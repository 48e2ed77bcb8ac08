let lastMillisecond = 0;
let inMillisecond = 0;

/** A new id (UUID version 7) that sorts behind every earlier one of this process. */
export function timeOrderedId(): string {
  const now = Math.max(Date.now(), lastMillisecond);
  inMillisecond = now === lastMillisecond ? inMillisecond + 1 : 0;
  const full = inMillisecond > 0xfff;
  if (full) inMillisecond = 0;
  lastMillisecond = full ? now + 1 : now;
  const time = lastMillisecond.toString(16).padStart(12, "0");
  const order = inMillisecond.toString(16).padStart(3, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${order}-${crypto.randomUUID().slice(19)}`;
}
