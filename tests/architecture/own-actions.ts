/**
 * Server actions that run no use case of a workspace and are no platform admin's form: why each may be as it is, and
 * what a stranger gets from it.
 */
export const OWN_ACTIONS: Record<string, { why: string; stranger: "sign-in" | "elsewhere" | "stays" }> = {
  requestLinkAction: {
    why: "signing in: anybody may ask, limits and a neutral answer",
    stranger: "elsewhere",
  },
  beginPasskeySignInAction: { why: "signing in: hands out a challenge and says nothing", stranger: "stays" },
  passkeySignInAction: { why: "signing in: only a passkey's answer opens a session", stranger: "stays" },
  beginAddingPasskeyAction: { why: "one's own passkeys", stranger: "sign-in" },
  addPasskeyAction: { why: "one's own passkeys", stranger: "sign-in" },
  removePasskeyAction: {
    why: "one's own passkeys: deletes only where it is the person's",
    stranger: "sign-in",
  },
  renameAction: { why: "one's own name", stranger: "sign-in" },
  stopMembershipAction: { why: "one's own membership, and never the last owner's", stranger: "sign-in" },
  beginSetUpAction: {
    why: "an admin use case; codes are secrets, so no draft keeps them",
    stranger: "sign-in",
  },
  confirmSetUpAction: {
    why: "an admin use case; codes are secrets, so no draft keeps them",
    stranger: "sign-in",
  },
  showCodeAction: {
    why: "an admin use case; codes are secrets, so no draft keeps them",
    stranger: "sign-in",
  },
  renewRecoveryCodesAction: { why: "an admin use case; its answer is shown once", stranger: "sign-in" },
  inviteOwnerAgainAction: { why: "an admin use case; nothing typed that could be lost", stranger: "sign-in" },
  askForErasureAction: {
    why: "an owner's word counts also where nothing else can be written: ask_for_erasure() checks session and role",
    stranger: "sign-in",
  },
  withdrawErasureAction: { why: "as above", stranger: "sign-in" },
  makeFeedAction: {
    why: "one's own calendar, also a viewer's: set_calendar_feed() checks session and membership",
    stranger: "sign-in",
  },
  stopFeedAction: { why: "as above", stranger: "sign-in" },
  hideFeedAction: { why: "takes a cookie of one's own browser away", stranger: "elsewhere" },
  forgetAddressAction: { why: "takes a cookie of one's own browser away", stranger: "elsewhere" },
  hideSecretAction: { why: "takes a cookie of one's own browser away", stranger: "elsewhere" },
  putCodesAwayAction: { why: "takes a cookie of one's own browser away", stranger: "elsewhere" },
};
