using ShopBot.Storage.Testing;
using ShopBot.Storage.Testing.Keys;
using ShopBot.Storage.Testing.Lanes;
using ShopBot.Storage.Testing.Outbox;
using ShopBot.Storage.Testing.Reading;
using ShopBot.Storage.Testing.Search;
using ShopBot.Storage.Testing.Simulation;
using ShopBot.Storage.Testing.Stores;

namespace ShopBot.Storage.Postgres.Tests.Conformance.UpgradedFrom0002;

// A database that a previous version made.
public sealed class From0002AppendTests() : AppendTests(UpgradedFrom0002Harness.Open);

public sealed class From0002AliasTests() : AliasTests(UpgradedFrom0002Harness.Open);

public sealed class From0002ClaimTests() : ClaimTests(UpgradedFrom0002Harness.Open);

public sealed class From0002RenewTests() : RenewTests(UpgradedFrom0002Harness.Open);

public sealed class From0002CommitTests() : CommitTests(UpgradedFrom0002Harness.Open);

public sealed class From0002ParkTests() : ParkTests(UpgradedFrom0002Harness.Open);

public sealed class From0002TimerTests() : TimerTests(UpgradedFrom0002Harness.Open);

public sealed class From0002LifecycleTests() : LifecycleTests(UpgradedFrom0002Harness.Open);

public sealed class From0002InterleavingTests() : InterleavingTests(UpgradedFrom0002Harness.Open);

public sealed class From0002SendTests() : SendTests(UpgradedFrom0002Harness.Open);

public sealed class From0002StatusTests() : StatusTests(UpgradedFrom0002Harness.Open);

public sealed class From0002ReconcileTests() : ReconcileTests(UpgradedFrom0002Harness.Open);

public sealed class From0002RetentionTests() : RetentionTests(UpgradedFrom0002Harness.Open);

public sealed class From0002StoreDirectoryTests() : StoreDirectoryTests(UpgradedFrom0002Harness.Open);

public sealed class From0002CredentialTests() : CredentialTests(UpgradedFrom0002Harness.Open);

public sealed class From0002TicketTests() : TicketTests(UpgradedFrom0002Harness.Open);

public sealed class From0002KeyStoreTests() : KeyStoreTests(UpgradedFrom0002Harness.Open);

public sealed class From0002StepTests() : StepTests(UpgradedFrom0002Harness.Open);

public sealed class From0002DomainEventTests() : DomainEventTests(UpgradedFrom0002Harness.Open);

public sealed class From0002FairnessTests() : FairnessTests(UpgradedFrom0002Harness.Open);

public sealed class From0002SimulationTests() : SimulationTests(UpgradedFrom0002Harness.Open);

public sealed class From0002MergeTests() : MergeTests(UpgradedFrom0002Harness.Open);

public sealed class From0002ReplayTests() : ReplayTests(UpgradedFrom0002Harness.Open);

public sealed class From0002ReadingTests() : ReadingTests(UpgradedFrom0002Harness.Open);

public sealed class From0002ErasureTests() : ErasureTests(UpgradedFrom0002Harness.Open);

public sealed class From0002ProductSearchTests() : ProductSearchTests(UpgradedFrom0002Harness.Open);

public sealed class From0002ProductIndexTests() : ProductIndexTests(UpgradedFrom0002Harness.Open);

public sealed class From0002ExportStoreTests() : ExportStoreTests(UpgradedFrom0002Harness.Open);

public sealed class From0002CompletenessTests
{
    [Fact]
    public void Every_suite_is_run() =>
        Assert.Empty(Completeness.MissingIn(typeof(From0002CompletenessTests).Assembly, test => test.Namespace == typeof(From0002CompletenessTests).Namespace));
}
