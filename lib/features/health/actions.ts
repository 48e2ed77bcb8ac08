"use server";

import { adminAction } from "@/lib/access/admin";
import { retryJob } from "./retry-job";
import { retryMail } from "./retry-mail";

const PAGE = "/admin/health";
const goTo = ({ retried }: { retried: boolean }) => `${PAGE}?done=${retried ? "retried" : "over"}`;

export async function retryJobAction(formData: FormData): Promise<void> {
  return adminAction(retryJob, { form: () => "health:job", page: () => PAGE, goTo }, formData);
}

export async function retryMailAction(formData: FormData): Promise<void> {
  return adminAction(retryMail, { form: () => "health:mail", page: () => PAGE, goTo }, formData);
}
