using ShopBot.Storage.Testing;
using ShopBot.Storage.Testing.Keys;
using ShopBot.Storage.Testing.Lanes;
using ShopBot.Storage.Testing.Outbox;
using ShopBot.Storage.Testing.Reading;
using ShopBot.Storage.Testing.Search;
using ShopBot.Storage.Testing.Simulation;
using ShopBot.Storage.Testing.Stores;

namespace ShopBot.Storage.Sqlite.Tests.Upgraded;

// The whole suite on a file that version 0004 of the schema made.
public sealed class From0004AppendTests() : AppendTests(UpgradedFrom0004.Open);

public sealed class From0004AliasTests() : AliasTests(UpgradedFrom0004.Open);

public sealed class From0004ClaimTests() : ClaimTests(UpgradedFrom0004.Open);

public sealed class From0004RenewTests() : RenewTests(UpgradedFrom0004.Open);

public sealed class From0004CommitTests() : CommitTests(UpgradedFrom0004.Open);

public sealed class From0004ParkTests() : ParkTests(UpgradedFrom0004.Open);

public sealed class From0004TimerTests() : TimerTests(UpgradedFrom0004.Open);

public sealed class From0004LifecycleTests() : LifecycleTests(UpgradedFrom0004.Open);

public sealed class From0004InterleavingTests() : InterleavingTests(UpgradedFrom0004.Open);

public sealed class From0004SendTests() : SendTests(UpgradedFrom0004.Open);

public sealed class From0004StatusTests() : StatusTests(UpgradedFrom0004.Open);

public sealed class From0004ReconcileTests() : ReconcileTests(UpgradedFrom0004.Open);

public sealed class From0004RetentionTests() : RetentionTests(UpgradedFrom0004.Open);

public sealed class From0004StoreDirectoryTests() : StoreDirectoryTests(UpgradedFrom0004.Open);

public sealed class From0004CredentialTests() : CredentialTests(UpgradedFrom0004.Open);

public sealed class From0004TicketTests() : TicketTests(UpgradedFrom0004.Open);

public sealed class From0004KeyStoreTests() : KeyStoreTests(UpgradedFrom0004.Open);

public sealed class From0004StepTests() : StepTests(UpgradedFrom0004.Open);

public sealed class From0004DomainEventTests() : DomainEventTests(UpgradedFrom0004.Open);

public sealed class From0004FairnessTests() : FairnessTests(UpgradedFrom0004.Open);

public sealed class From0004SimulationTests() : SimulationTests(UpgradedFrom0004.Open);

public sealed class From0004MergeTests() : MergeTests(UpgradedFrom0004.Open);

public sealed class From0004ReplayTests() : ReplayTests(UpgradedFrom0004.Open);

public sealed class From0004ReadingTests() : ReadingTests(UpgradedFrom0004.Open);

public sealed class From0004ErasureTests() : ErasureTests(UpgradedFrom0004.Open);

public sealed class From0004ProductSearchTests() : ProductSearchTests(UpgradedFrom0004.Open);

public sealed class From0004ProductIndexTests() : ProductIndexTests(UpgradedFrom0004.Open);

public sealed class From0004ExportStoreTests() : ExportStoreTests(UpgradedFrom0004.Open);

internal sealed class UpgradedFrom0004() : SqliteHarness("0004")
{
    public static new StorageHarness Open() => new UpgradedFrom0004();
}
