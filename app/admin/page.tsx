import { redirect } from "next/navigation";
import { requireAdmin } from "@/lib/access/person";

export default async function AdminPage() {
  await requireAdmin("/admin");
  redirect("/admin/workspaces");
}
