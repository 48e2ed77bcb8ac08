/** The time, passed in wherever it matters so that tests can say what day it is. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();
