using ShopBot.Storage.Testing;
using ShopBot.Storage.Testing.Keys;
using ShopBot.Storage.Testing.Lanes;
using ShopBot.Storage.Testing.Outbox;
using ShopBot.Storage.Testing.Reading;
using ShopBot.Storage.Testing.Search;
using ShopBot.Storage.Testing.Simulation;
using ShopBot.Storage.Testing.Stores;

namespace ShopBot.Storage.Sqlite.Tests.Upgraded;

// The whole suite on a file that version 0003 of the schema made.
public sealed class From0003AppendTests() : AppendTests(UpgradedFrom0003.Open);

public sealed class From0003AliasTests() : AliasTests(UpgradedFrom0003.Open);

public sealed class From0003ClaimTests() : ClaimTests(UpgradedFrom0003.Open);

public sealed class From0003RenewTests() : RenewTests(UpgradedFrom0003.Open);

public sealed class From0003CommitTests() : CommitTests(UpgradedFrom0003.Open);

public sealed class From0003ParkTests() : ParkTests(UpgradedFrom0003.Open);

public sealed class From0003TimerTests() : TimerTests(UpgradedFrom0003.Open);

public sealed class From0003LifecycleTests() : LifecycleTests(UpgradedFrom0003.Open);

public sealed class From0003InterleavingTests() : InterleavingTests(UpgradedFrom0003.Open);

public sealed class From0003SendTests() : SendTests(UpgradedFrom0003.Open);

public sealed class From0003StatusTests() : StatusTests(UpgradedFrom0003.Open);

public sealed class From0003ReconcileTests() : ReconcileTests(UpgradedFrom0003.Open);

public sealed class From0003RetentionTests() : RetentionTests(UpgradedFrom0003.Open);

public sealed class From0003StoreDirectoryTests() : StoreDirectoryTests(UpgradedFrom0003.Open);

public sealed class From0003CredentialTests() : CredentialTests(UpgradedFrom0003.Open);

public sealed class From0003TicketTests() : TicketTests(UpgradedFrom0003.Open);

public sealed class From0003KeyStoreTests() : KeyStoreTests(UpgradedFrom0003.Open);

public sealed class From0003StepTests() : StepTests(UpgradedFrom0003.Open);

public sealed class From0003DomainEventTests() : DomainEventTests(UpgradedFrom0003.Open);

public sealed class From0003FairnessTests() : FairnessTests(UpgradedFrom0003.Open);

public sealed class From0003SimulationTests() : SimulationTests(UpgradedFrom0003.Open);

public sealed class From0003MergeTests() : MergeTests(UpgradedFrom0003.Open);

public sealed class From0003ReplayTests() : ReplayTests(UpgradedFrom0003.Open);

public sealed class From0003ReadingTests() : ReadingTests(UpgradedFrom0003.Open);

public sealed class From0003ErasureTests() : ErasureTests(UpgradedFrom0003.Open);

public sealed class From0003ProductSearchTests() : ProductSearchTests(UpgradedFrom0003.Open);

public sealed class From0003ProductIndexTests() : ProductIndexTests(UpgradedFrom0003.Open);

public sealed class From0003ExportStoreTests() : ExportStoreTests(UpgradedFrom0003.Open);

internal sealed class UpgradedFrom0003() : SqliteHarness("0003")
{
    public static new StorageHarness Open() => new UpgradedFrom0003();
}
