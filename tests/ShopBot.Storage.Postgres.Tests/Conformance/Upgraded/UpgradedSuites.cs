using ShopBot.Storage.Testing;
using ShopBot.Storage.Testing.Keys;
using ShopBot.Storage.Testing.Lanes;
using ShopBot.Storage.Testing.Outbox;
using ShopBot.Storage.Testing.Reading;
using ShopBot.Storage.Testing.Search;
using ShopBot.Storage.Testing.Simulation;
using ShopBot.Storage.Testing.Stores;

namespace ShopBot.Storage.Postgres.Tests.Conformance.Upgraded;

// A database that a previous version made.
public sealed class UpgradedAppendTests() : AppendTests(UpgradedHarness.Open);

public sealed class UpgradedAliasTests() : AliasTests(UpgradedHarness.Open);

public sealed class UpgradedClaimTests() : ClaimTests(UpgradedHarness.Open);

public sealed class UpgradedRenewTests() : RenewTests(UpgradedHarness.Open);

public sealed class UpgradedCommitTests() : CommitTests(UpgradedHarness.Open);

public sealed class UpgradedParkTests() : ParkTests(UpgradedHarness.Open);

public sealed class UpgradedTimerTests() : TimerTests(UpgradedHarness.Open);

public sealed class UpgradedLifecycleTests() : LifecycleTests(UpgradedHarness.Open);

public sealed class UpgradedInterleavingTests() : InterleavingTests(UpgradedHarness.Open);

public sealed class UpgradedSendTests() : SendTests(UpgradedHarness.Open);

public sealed class UpgradedStatusTests() : StatusTests(UpgradedHarness.Open);

public sealed class UpgradedReconcileTests() : ReconcileTests(UpgradedHarness.Open);

public sealed class UpgradedRetentionTests() : RetentionTests(UpgradedHarness.Open);

public sealed class UpgradedStoreDirectoryTests() : StoreDirectoryTests(UpgradedHarness.Open);

public sealed class UpgradedCredentialTests() : CredentialTests(UpgradedHarness.Open);

public sealed class UpgradedTicketTests() : TicketTests(UpgradedHarness.Open);

public sealed class UpgradedKeyStoreTests() : KeyStoreTests(UpgradedHarness.Open);

public sealed class UpgradedStepTests() : StepTests(UpgradedHarness.Open);

public sealed class UpgradedDomainEventTests() : DomainEventTests(UpgradedHarness.Open);

public sealed class UpgradedFairnessTests() : FairnessTests(UpgradedHarness.Open);

public sealed class UpgradedSimulationTests() : SimulationTests(UpgradedHarness.Open);

public sealed class UpgradedMergeTests() : MergeTests(UpgradedHarness.Open);

public sealed class UpgradedReplayTests() : ReplayTests(UpgradedHarness.Open);

public sealed class UpgradedReadingTests() : ReadingTests(UpgradedHarness.Open);

public sealed class UpgradedErasureTests() : ErasureTests(UpgradedHarness.Open);

public sealed class UpgradedProductSearchTests() : ProductSearchTests(UpgradedHarness.Open);

public sealed class UpgradedProductIndexTests() : ProductIndexTests(UpgradedHarness.Open);

public sealed class UpgradedExportStoreTests() : ExportStoreTests(UpgradedHarness.Open);

public sealed class UpgradedCompletenessTests
{
    [Fact]
    public void Every_suite_is_run() =>
        Assert.Empty(Completeness.MissingIn(typeof(UpgradedCompletenessTests).Assembly, test => test.Namespace == typeof(UpgradedCompletenessTests).Namespace));
}
