using ShopBot.Storage.Testing;
using ShopBot.Storage.Testing.Keys;
using ShopBot.Storage.Testing.Lanes;
using ShopBot.Storage.Testing.Outbox;
using ShopBot.Storage.Testing.Reading;
using ShopBot.Storage.Testing.Search;
using ShopBot.Storage.Testing.Simulation;
using ShopBot.Storage.Testing.Stores;

namespace ShopBot.Storage.InMemory.Tests;

public sealed class InMemoryAppendTests() : AppendTests(InMemoryHarness.Open);

public sealed class InMemoryAliasTests() : AliasTests(InMemoryHarness.Open);

public sealed class InMemoryClaimTests() : ClaimTests(InMemoryHarness.Open);

public sealed class InMemoryRenewTests() : RenewTests(InMemoryHarness.Open);

public sealed class InMemoryCommitTests() : CommitTests(InMemoryHarness.Open);

public sealed class InMemoryParkTests() : ParkTests(InMemoryHarness.Open);

public sealed class InMemoryTimerTests() : TimerTests(InMemoryHarness.Open);

public sealed class InMemoryLifecycleTests() : LifecycleTests(InMemoryHarness.Open);

public sealed class InMemoryInterleavingTests() : InterleavingTests(InMemoryHarness.Open);

public sealed class InMemorySendTests() : SendTests(InMemoryHarness.Open);

public sealed class InMemoryStatusTests() : StatusTests(InMemoryHarness.Open);

public sealed class InMemoryReconcileTests() : ReconcileTests(InMemoryHarness.Open);

public sealed class InMemoryRetentionTests() : RetentionTests(InMemoryHarness.Open);

public sealed class InMemoryStoreDirectoryTests() : StoreDirectoryTests(InMemoryHarness.Open);

public sealed class InMemoryCredentialTests() : CredentialTests(InMemoryHarness.Open);

public sealed class InMemoryTicketTests() : TicketTests(InMemoryHarness.Open);

public sealed class InMemoryKeyStoreTests() : KeyStoreTests(InMemoryHarness.Open);

public sealed class InMemoryStepTests() : StepTests(InMemoryHarness.Open);

public sealed class InMemoryDomainEventTests() : DomainEventTests(InMemoryHarness.Open);

public sealed class InMemoryFairnessTests() : FairnessTests(InMemoryHarness.Open);

public sealed class InMemorySimulationTests() : SimulationTests(InMemoryHarness.Open);

public sealed class InMemoryMergeTests() : MergeTests(InMemoryHarness.Open);

public sealed class InMemoryReplayTests() : ReplayTests(InMemoryHarness.Open);

public sealed class InMemoryReadingTests() : ReadingTests(InMemoryHarness.Open);

public sealed class InMemoryErasureTests() : ErasureTests(InMemoryHarness.Open);

public sealed class InMemoryProductSearchTests() : ProductSearchTests(InMemoryHarness.Open);

public sealed class InMemoryProductIndexTests() : ProductIndexTests(InMemoryHarness.Open);

public sealed class InMemoryExportStoreTests() : ExportStoreTests(InMemoryHarness.Open);

public sealed class InMemoryCompletenessTests
{
    [Fact]
    public void Every_suite_is_run() => Assert.Empty(Completeness.MissingIn(typeof(InMemoryCompletenessTests).Assembly));
}
