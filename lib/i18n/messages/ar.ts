// Written by scripts/check-messages.ts --write: one line for each file in ar/.
import account from "./ar/account.json";
import activity from "./ar/activity.json";
import activityForm from "./ar/activity-form.json";
import admin from "./ar/admin.json";
import api from "./ar/api.json";
import attachment from "./ar/attachment.json";
import audit from "./ar/audit.json";
import calendar from "./ar/calendar.json";
import common from "./ar/common.json";
import consultation from "./ar/consultation.json";
import consultationForm from "./ar/consultation-form.json";
import consultations from "./ar/consultations.json";
import dashboard from "./ar/dashboard.json";
import draft from "./ar/draft.json";
import error from "./ar/error.json";
import extensionForm from "./ar/extension-form.json";
import followUpForm from "./ar/follow-up-form.json";
import form from "./ar/form.json";
import imports from "./ar/import.json";
import landing from "./ar/landing.json";
import linked from "./ar/linked.json";
import lists from "./ar/lists.json";
import mails from "./ar/mails.json";
import measures from "./ar/measures.json";
import members from "./ar/members.json";
import outcome from "./ar/outcome.json";
import owed from "./ar/owed.json";
import platform from "./ar/platform.json";
import privacy from "./ar/privacy.json";
import publicBody from "./ar/public-body.json";
import quickLog from "./ar/quick-log.json";
import responseForm from "./ar/response-form.json";
import settings from "./ar/settings.json";
import shared from "./ar/shared.json";
import shares from "./ar/shares.json";
import shell from "./ar/shell.json";
import signIn from "./ar/sign-in.json";
import standing from "./ar/standing.json";
import story from "./ar/story.json";
import takeOut from "./ar/take-out.json";
import taxonomy from "./ar/taxonomy.json";
import thread from "./ar/thread.json";
import tokens from "./ar/tokens.json";
import workspaces from "./ar/workspaces.json";

/** Every Arabic message, by noun. */
// biome-ignore format: one noun a line, so that two people adding one do not meet
export const ar = {
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
