using ShopBot.Storage.Postgres.Tests.Server;
using ShopBot.Storage.Testing;

namespace ShopBot.Storage.Postgres.Tests.Conformance;

/// <summary>The provider on a database that the first version made.</summary>
internal sealed class UpgradedHarness() : PostgresHarness(ReleasedSchemas.Read("0001"))
{
    public static new StorageHarness Open() => new UpgradedHarness();
}

/// <summary>The provider on a database that the second version made.</summary>
internal sealed class UpgradedFrom0002Harness() : PostgresHarness(ReleasedSchemas.Read("0002"))
{
    public static new StorageHarness Open() => new UpgradedFrom0002Harness();
}
