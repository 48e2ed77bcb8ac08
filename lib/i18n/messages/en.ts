// Written by scripts/check-messages.ts --write: one line for each file in en/.
import account from "./en/account.json";
import activity from "./en/activity.json";
import activityForm from "./en/activity-form.json";
import admin from "./en/admin.json";
import api from "./en/api.json";
import attachment from "./en/attachment.json";
import audit from "./en/audit.json";
import calendar from "./en/calendar.json";
import common from "./en/common.json";
import consultation from "./en/consultation.json";
import consultationForm from "./en/consultation-form.json";
import consultations from "./en/consultations.json";
import dashboard from "./en/dashboard.json";
import draft from "./en/draft.json";
import error from "./en/error.json";
import extensionForm from "./en/extension-form.json";
import followUpForm from "./en/follow-up-form.json";
import form from "./en/form.json";
import imports from "./en/import.json";
import landing from "./en/landing.json";
import linked from "./en/linked.json";
import lists from "./en/lists.json";
import mails from "./en/mails.json";
import measures from "./en/measures.json";
import members from "./en/members.json";
import outcome from "./en/outcome.json";
import owed from "./en/owed.json";
import platform from "./en/platform.json";
import privacy from "./en/privacy.json";
import publicBody from "./en/public-body.json";
import quickLog from "./en/quick-log.json";
import responseForm from "./en/response-form.json";
import settings from "./en/settings.json";
import shared from "./en/shared.json";
import shares from "./en/shares.json";
import shell from "./en/shell.json";
import signIn from "./en/sign-in.json";
import standing from "./en/standing.json";
import story from "./en/story.json";
import takeOut from "./en/take-out.json";
import taxonomy from "./en/taxonomy.json";
import thread from "./en/thread.json";
import tokens from "./en/tokens.json";
import workspaces from "./en/workspaces.json";

/** Every English message, by noun. */
// biome-ignore format: one noun a line, so that two people adding one do not meet
export const en = {
  account,
  activity,
  "activity-form": activityForm,
  admin,
  api,
  attachment,
  audit,
  calendar,
  common,
  consultation,
  "consultation-form": consultationForm,
  consultations,
  dashboard,
  draft,
  error,
  "extension-form": extensionForm,
  "follow-up-form": followUpForm,
  form,
  "import": imports,
  landing,
  linked,
  lists,
  mails,
  measures,
  members,
  outcome,
  owed,
  platform,
  privacy,
  "public-body": publicBody,
  "quick-log": quickLog,
  "response-form": responseForm,
  settings,
  shared,
  shares,
  shell,
  "sign-in": signIn,
  standing,
  story,
  "take-out": takeOut,
  taxonomy,
  thread,
  tokens,
  workspaces,
};
