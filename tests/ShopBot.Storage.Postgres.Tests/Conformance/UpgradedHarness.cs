using ShopBot.Storage.Postgres.Tests.Server;
using ShopBot.Storage.Testing;

namespace ShopBot.Storage.Postgres.Tests.Conformance;

/// <summary>The provider on a database that a previous version made.</summary>
internal sealed class UpgradedHarness() : PostgresHarness(ReleasedSchemas.Oldest)
{
    public static new StorageHarness Open() => new UpgradedHarness();
}
