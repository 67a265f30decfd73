import {
  CamelCasePlugin,
  type CompiledQuery,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from "kysely";
import type { MigrationFile } from "../../lib/platform/migrate.ts";

/**
 * The statements that a migration sends, in order, as it sends them. No database is asked: what it
 * reads is empty, so that what it does for each row of an answer is not among them.
 */
export async function statementsOf(migration: Pick<MigrationFile, "up">): Promise<string[]> {
  const sent: string[] = [];
  const db = new Kysely<unknown>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new RecordingDriver(sent),
      createIntrospector: (of) => new PostgresIntrospector(of),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    plugins: [new CamelCasePlugin()],
  });
  await migration.up(db);
  return sent;
}

class RecordingDriver extends DummyDriver {
  constructor(private readonly sent: string[]) {
    super();
  }

  override async acquireConnection() {
    const connection = await super.acquireConnection();
    return Object.assign(connection, {
      executeQuery: ({ sql }: CompiledQuery) => {
        this.sent.push(sql);
        return Promise.resolve({ rows: [] });
      },
    });
  }
}
