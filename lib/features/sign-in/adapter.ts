import "server-only";
import type { Adapter, AdapterUser } from "next-auth/adapters";
import { AFTERLIFE_SECONDS, hashToken } from "@/lib/access/session";
import { systemClient } from "@/lib/db/clients";

type StoredUser = { id: string; email: string; emailVerified: Date | null; name: string | null };

function asAdapterUser(user: StoredUser): AdapterUser {
  return { id: user.id, email: user.email, emailVerified: user.emailVerified, name: user.name };
}

/**
 * next-auth's storage, with two differences from the usual one: session tokens are stored as hashes, and nobody
 * gets an account by asking for one. An address is known because an owner or the command line opened it.
 */
export const signInAdapter: Adapter = {
  async createUser() {
    throw new Error("Accounts are opened by invitation only");
  },
  async getUser(id) {
    const user = await systemClient().user.findUnique({ where: { id } });
    return user && asAdapterUser(user);
  },
  async getUserByEmail(email) {
    const user = await systemClient().user.findUnique({ where: { email: email.toLowerCase() } });
    return user && asAdapterUser(user);
  },
  async getUserByAccount() {
    return null;
  },
  async linkAccount() {
    throw new Error("Only e-mail sign-in is offered");
  },
  async updateUser({ id, emailVerified }) {
    const user = await systemClient().user.update({
      where: { id },
      data: emailVerified ? { emailVerified } : {},
    });
    return asAdapterUser(user);
  },
  async createVerificationToken({ identifier, token, expires }) {
    await systemClient().verificationToken.create({ data: { identifier, token, expires } });
    return { identifier, token, expires };
  },
  async useVerificationToken({ identifier, token }) {
    const where = { identifier, token };
    const [found] = await systemClient().$transaction([
      systemClient().verificationToken.findFirst({ where }),
      systemClient().verificationToken.deleteMany({ where }),
    ]);
    return found;
  },
  async createSession({ sessionToken, userId, expires }) {
    await systemClient().session.deleteMany({ where: { expires: { lt: new Date() } } });
    await systemClient().session.create({ data: { sessionToken: hashToken(sessionToken), userId, expires } });
    return { sessionToken, userId, expires };
  },
  async getSessionAndUser(sessionToken) {
    const session = await systemClient().session.findUnique({
      where: {
        sessionToken: hashToken(sessionToken),
        expires: { gt: new Date(Date.now() + AFTERLIFE_SECONDS * 1000) },
      },
      include: { user: true },
    });
    return (
      session && {
        session: { sessionToken, userId: session.userId, expires: session.expires },
        user: asAdapterUser(session.user),
      }
    );
  },
  async updateSession({ sessionToken, userId, expires }) {
    if (!userId || !expires) return null;
    await systemClient().session.updateMany({
      where: { sessionToken: hashToken(sessionToken), userId },
      data: { expires },
    });
    return { sessionToken, userId, expires };
  },
  async deleteSession(sessionToken) {
    await systemClient().session.deleteMany({ where: { sessionToken: hashToken(sessionToken) } });
  },
};
