using ShopBot.Storage.Testing;
using ShopBot.Storage.Testing.Keys;
using ShopBot.Storage.Testing.Lanes;
using ShopBot.Storage.Testing.Outbox;
using ShopBot.Storage.Testing.Reading;
using ShopBot.Storage.Testing.Search;
using ShopBot.Storage.Testing.Simulation;
using ShopBot.Storage.Testing.Stores;

namespace ShopBot.Storage.Sqlite.Tests.Upgraded;

// The whole suite on a file that version 0001 of the schema made.
public sealed class From0001AppendTests() : AppendTests(UpgradedFrom0001.Open);

public sealed class From0001AliasTests() : AliasTests(UpgradedFrom0001.Open);

public sealed class From0001ClaimTests() : ClaimTests(UpgradedFrom0001.Open);

public sealed class From0001RenewTests() : RenewTests(UpgradedFrom0001.Open);

public sealed class From0001CommitTests() : CommitTests(UpgradedFrom0001.Open);

public sealed class From0001ParkTests() : ParkTests(UpgradedFrom0001.Open);

public sealed class From0001TimerTests() : TimerTests(UpgradedFrom0001.Open);

public sealed class From0001LifecycleTests() : LifecycleTests(UpgradedFrom0001.Open);

public sealed class From0001InterleavingTests() : InterleavingTests(UpgradedFrom0001.Open);

public sealed class From0001SendTests() : SendTests(UpgradedFrom0001.Open);

public sealed class From0001StatusTests() : StatusTests(UpgradedFrom0001.Open);

public sealed class From0001ReconcileTests() : ReconcileTests(UpgradedFrom0001.Open);

public sealed class From0001RetentionTests() : RetentionTests(UpgradedFrom0001.Open);

public sealed class From0001StoreDirectoryTests() : StoreDirectoryTests(UpgradedFrom0001.Open);

public sealed class From0001CredentialTests() : CredentialTests(UpgradedFrom0001.Open);

public sealed class From0001TicketTests() : TicketTests(UpgradedFrom0001.Open);

public sealed class From0001KeyStoreTests() : KeyStoreTests(UpgradedFrom0001.Open);

public sealed class From0001StepTests() : StepTests(UpgradedFrom0001.Open);

public sealed class From0001DomainEventTests() : DomainEventTests(UpgradedFrom0001.Open);

public sealed class From0001FairnessTests() : FairnessTests(UpgradedFrom0001.Open);

public sealed class From0001SimulationTests() : SimulationTests(UpgradedFrom0001.Open);

public sealed class From0001MergeTests() : MergeTests(UpgradedFrom0001.Open);

public sealed class From0001ReplayTests() : ReplayTests(UpgradedFrom0001.Open);

public sealed class From0001ReadingTests() : ReadingTests(UpgradedFrom0001.Open);

public sealed class From0001ErasureTests() : ErasureTests(UpgradedFrom0001.Open);

public sealed class From0001ProductSearchTests() : ProductSearchTests(UpgradedFrom0001.Open);

public sealed class From0001ProductIndexTests() : ProductIndexTests(UpgradedFrom0001.Open);

public sealed class From0001ExportStoreTests() : ExportStoreTests(UpgradedFrom0001.Open);

internal sealed class UpgradedFrom0001() : SqliteHarness("0001")
{
    public static new StorageHarness Open() => new UpgradedFrom0001();
}
