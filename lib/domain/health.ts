/** Where a job of the queue stands. `retrying` failed at least once and will be tried again by itself. */
export const JOB_STATES = ["waiting", "running", "retrying", "failed"] as const;
export type JobState = (typeof JOB_STATES)[number];

/** Where a mail stands. */
export const MAIL_STATES = ["waiting", "sent", "failed", "bounced"] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** A job as an admin sees it: never what it works on. */
export type JobRow = {
  id: string;
  task: string;
  state: JobState;
  attempts: number;
  most: number;
  runAt: Date;
};

/** A day's mails, by state. */
export type MailDay = { day: string } & Record<MailState, number>;
export type FailedMail = { id: string; kind: string; createdAt: Date };
