import { setImmediate } from "node:timers";
import { type RawBuilder, sql } from "kysely";
import type { Config } from "../platform/config.ts";
import type { Db } from "../platform/database.ts";
import { prepareLookup } from "../platform/prepared_query.ts";
import type { Services } from "../platform/services.ts";
import { acrossWorkspaces } from "../platform/workspace_scope.ts";
import type { Person } from "./principal.ts";
import { IS_BARE_SUPERUSER, LACKS_SECOND_FACTOR, selectPeople, toPerson } from "./principals.ts";
import { firstOfLasting } from "./sign_in_end.ts";
import { type SuperuserRow, underSuperuserRule } from "./superuser_rule.ts";
import type { TokenSubject } from "./tokens.ts";

/** Who an access token acts for. */
export interface TokenOwner {
  readonly actor: Person;
  /** Whether the workspace asks for two-factor sign-in, and the user does not have it. */
  readonly lacksSecondFactor: boolean;
}

/**
 * Who an access token acts for: the member, if they are still one and the token's sign-in has not
 * ended. What was revoked a moment ago, by whichever process, is refused: PostgreSQL is asked after
 * the call has come, in one query for all who call in the same turn of the event loop.
 *
 * @see docs/adr/0067-callers-of-a-turn-are-asked-for-together.md
 */
export async function findTokenOwner(
  services: Pick<Services, "db" | "config">,
  { userId, workspaceId, familyId }: TokenSubject,
): Promise<TokenOwner | undefined> {
  const row = (await gather(services, familyId)).get(familyId);
  if (row?.userId !== userId || row.workspaceId !== workspaceId) return undefined;
  return {
    actor: underSuperuserRule(toPerson(row), row, services.config),
    lacksSecondFactor: row.lacksSecondFactor,
  };
}

interface OwnerRow extends SuperuserRow {
  readonly familyId: string;
  readonly lacksSecondFactor: boolean;
}

type Owners = ReadonlyMap<string, OwnerRow>;

/** Sign-ins that are asked for together. */
interface Batch {
  readonly services: Pick<Services, "db" | "config">;
  readonly familyIds: Set<string>;
  readonly owners: Promise<Owners>;
}

/** More of them are a batch more. */
const MOST = 100;

/** That of this turn, until it is asked. */
let gathering: Batch | undefined;

/** The owners of a batch that is still to be asked, with that of this sign-in among them. */
function gather({ db, config }: Batch["services"], familyId: string): Promise<Owners> {
  const isOurs = gathering?.services.db === db && gathering.services.config === config &&
    gathering.familyIds.size < MOST;
  const batch = isOurs && gathering ? gathering : begin({ db, config });
  batch.familyIds.add(familyId);
  return batch.owners;
}

function begin(services: Batch["services"]): Batch {
  const familyIds = new Set<string>();
  const owners = new Promise<Owners>((resolve) => {
    setImmediate(() => {
      if (gathering === batch) gathering = undefined;
      resolve(askFor(services, [...familyIds]));
    });
  });
  const batch = { services, familyIds, owners };
  gathering = batch;
  return batch;
}

async function askFor(
  { db, config: { sessionMaxDays } }: Batch["services"],
  familyIds: readonly string[],
): Promise<Owners> {
  const [familyId = ""] = familyIds;
  const rows = await acrossWorkspaces(
    "callers are of any workspace",
    () =>
      familyIds.length === 1
        ? selectOwner(db, { familyId, sessionMaxDays })
        : selectOwners(db, { familyIds, sessionMaxDays }),
  );
  return new Map(rows.map((row) => [row.familyId, row]));
}

interface AskedOwner extends Pick<Config, "sessionMaxDays"> {
  readonly familyId: string;
}

interface AskedOwners extends Pick<Config, "sessionMaxDays"> {
  readonly familyIds: readonly string[];
}

const selectOwner = prepareLookup((db, { familyId, sessionMaxDays }: AskedOwner) =>
  ownersQuery(db, sql<boolean>`token_families.id = ${familyId}`, sessionMaxDays)
);

const selectOwners = prepareLookup((db, { familyIds, sessionMaxDays }: AskedOwners) =>
  ownersQuery(db, sql<boolean>`token_families.id = any(${familyIds}::uuid[])`, sessionMaxDays)
);

function ownersQuery(db: Db, isAsked: RawBuilder<boolean>, sessionMaxDays: number) {
  return selectPeople(db)
    .innerJoin(
      "tokenFamilies",
      (join) =>
        join.onRef("tokenFamilies.userId", "=", "memberships.userId")
          .onRef("tokenFamilies.workspaceId", "=", "memberships.workspaceId"),
    )
    .select([
      "tokenFamilies.id as familyId",
      LACKS_SECOND_FACTOR.as("lacksSecondFactor"),
      IS_BARE_SUPERUSER.as("isBareSuperuser"),
    ])
    .where(isAsked)
    .where("tokenFamilies.createdAt", ">", firstOfLasting({ sessionMaxDays }))
    .where("tokenFamilies.revokedAt", "is", null);
}
