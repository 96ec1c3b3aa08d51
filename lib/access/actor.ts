import { AppError } from "@/lib/errors";
import { PERMISSIONS, type Permission, type Role } from "./permissions";

/** Whose rows: one organization, and within it one partner when a partner user acts. Internal ids. */
export type Scope = { readonly orgId: number; readonly partnerId: number | null };

type ActorFields = {
  readonly kind: "user" | "token" | "system";
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly orgId: number;
  readonly partnerId: number | null;
  readonly userId: number | null;
  readonly scopes: ReadonlySet<Permission> | null;
};

/**
 * Who acts. Made only by lib/auth from the user or token row read in this request (and by scripts and tests), never from
 * what a client claims, so that a right taken away is gone at the next request.
 */
export class Actor {
  /** Makes the class nominal: an object that merely looks like an actor is none. */
  readonly #made = true;
  readonly kind: ActorFields["kind"];
  /** "user:7", "token:3", "system:worker": stable, for the audit trail. */
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly userId: number | null;
  readonly #scope: Scope;
  readonly #scopes: ReadonlySet<Permission> | null;

  private constructor(fields: ActorFields) {
    this.kind = fields.kind;
    this.id = fields.id;
    this.name = fields.name;
    this.role = fields.role;
    this.userId = fields.userId;
    this.#scope = { orgId: fields.orgId, partnerId: fields.partnerId };
    this.#scopes = fields.scopes;
  }

  /** @throws AppError forbidden when a partner user is linked to no partner. */
  static fromUserRow(row: { id: number; orgId: number; name: string; role: Role; partnerId: number | null }): Actor {
    if ((row.role === "partner") !== (row.partnerId !== null)) {
      throw new AppError("forbidden", "This account is not linked to a partner. Ask your administrator to link it.");
    }
    return new Actor({ ...row, kind: "user", id: `user:${row.id}`, userId: row.id, scopes: null });
  }

  /** A token acts with its owner's role of this moment, narrowed to the token's scopes. */
  static fromTokenRow(
    token: { id: number; name: string; scopes: readonly Permission[] },
    owner: { id: number; orgId: number; role: Role; partnerId: number | null },
  ): Actor {
    return new Actor({ ...owner, kind: "token", id: `token:${token.id}`, name: token.name, userId: owner.id, scopes: new Set(token.scopes) });
  }

  /** The product itself: the worker, the command line, the demo loader. */
  static system(orgId: number, name: string): Actor {
    return new Actor({ kind: "system", id: `system:${name}`, name, role: "admin", orgId, partnerId: null, userId: null, scopes: null });
  }

  /** Who is behind an act, also when a token acts for its owner: nobody approves what the same person prepared. */
  get person(): string {
    return this.userId === null ? this.id : `user:${this.userId}`;
  }

  /** Whether this actor holds a permission, and how far it reaches. */
  reach(permission: Permission): "all" | "own" | "none" {
    if (this.#scopes !== null && !this.#scopes.has(permission)) return "none";
    return PERMISSIONS[permission][this.role];
  }

  /** The rows this permission opens. @throws AppError forbidden */
  authorize(permission: Permission): Scope {
    const reach = this.reach(permission);
    if (!this.#made || reach === "none") {
      throw new AppError("forbidden", `You may not do this: it needs the permission "${permission}".`, { permission });
    }
    if (reach === "own" && this.#scope.partnerId === null) throw new AppError("forbidden", "This account is not linked to a partner.");
    return reach === "own" ? this.#scope : { orgId: this.#scope.orgId, partnerId: null };
  }
}
