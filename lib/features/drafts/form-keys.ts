/** The name of each form's draft. One per person and form. */
export const formKeys = {
  newConsultation: "consultation:new",
  /** Begun on one screen, with the id of the record it will be. */
  newConsultationOf: (id: string) => `consultation:new:${id}`,
  newLink: "link:new",
  consultation: (id: string) => `consultation:${id}`,
  newResponse: (consultationId: string) => `response:new:${consultationId}`,
  response: (id: string) => `response:${id}`,
  newFollowUp: (consultationId: string) => `follow-up:new:${consultationId}`,
  followUp: (id: string) => `follow-up:${id}`,
  newExtension: (consultationId: string) => `extension:new:${consultationId}`,
  extension: (id: string) => `extension:${id}`,
  reasons: (consultationId: string) => `reasons:${consultationId}`,
  newFile: (recordId: string) => `file:new:${recordId}`,
  body: (id: string) => `body:${id}`,
  newActivity: "activity:new",
  activity: (id: string) => `activity:${id}`,
  newPromise: (activityId: string) => `promise:new:${activityId}`,
  newInvitation: "invitation:new",
  member: (id: string) => `member:${id}`,
  settings: "settings:all",
  oldRecord: (id: string) => `old-record:${id}`,
  newSupport: "support:new",
  newToken: "token:new",
  newShare: "share:new",
  share: (id: string) => `share:${id}`,
  release: (id: string) => `release:${id}`,
  cancel: (consultationId: string) => `cancel:${consultationId}`,
} as const;

const SHAPE = /^[a-z-]{1,40}(?::[0-9a-z-]{1,40}){1,2}$/;

/** True for the name of a form. */
export function isFormKey(text: string): boolean {
  return SHAPE.test(text);
}
