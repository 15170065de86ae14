using ShopBot.Storage.Testing;
using ShopBot.Storage.Testing.Keys;
using ShopBot.Storage.Testing.Lanes;
using ShopBot.Storage.Testing.Outbox;
using ShopBot.Storage.Testing.Reading;
using ShopBot.Storage.Testing.Search;
using ShopBot.Storage.Testing.Simulation;
using ShopBot.Storage.Testing.Stores;

namespace ShopBot.Storage.Postgres.Tests.Conformance.TwoHosts;

// Two hosts at once: every call goes to the other one than the call before.
public sealed class TwoHostsAppendTests() : AppendTests(TwoHostsHarness.Open);

public sealed class TwoHostsAliasTests() : AliasTests(TwoHostsHarness.Open);

public sealed class TwoHostsClaimTests() : ClaimTests(TwoHostsHarness.Open);

public sealed class TwoHostsRenewTests() : RenewTests(TwoHostsHarness.Open);

public sealed class TwoHostsCommitTests() : CommitTests(TwoHostsHarness.Open);

public sealed class TwoHostsParkTests() : ParkTests(TwoHostsHarness.Open);

public sealed class TwoHostsTimerTests() : TimerTests(TwoHostsHarness.Open);

public sealed class TwoHostsLifecycleTests() : LifecycleTests(TwoHostsHarness.Open);

public sealed class TwoHostsInterleavingTests() : InterleavingTests(TwoHostsHarness.Open);

public sealed class TwoHostsSendTests() : SendTests(TwoHostsHarness.Open);

public sealed class TwoHostsStatusTests() : StatusTests(TwoHostsHarness.Open);

public sealed class TwoHostsReconcileTests() : ReconcileTests(TwoHostsHarness.Open);

public sealed class TwoHostsRetentionTests() : RetentionTests(TwoHostsHarness.Open);

public sealed class TwoHostsStoreDirectoryTests() : StoreDirectoryTests(TwoHostsHarness.Open);

public sealed class TwoHostsCredentialTests() : CredentialTests(TwoHostsHarness.Open);

public sealed class TwoHostsTicketTests() : TicketTests(TwoHostsHarness.Open);

public sealed class TwoHostsKeyStoreTests() : KeyStoreTests(TwoHostsHarness.Open);

public sealed class TwoHostsStepTests() : StepTests(TwoHostsHarness.Open);

public sealed class TwoHostsDomainEventTests() : DomainEventTests(TwoHostsHarness.Open);

public sealed class TwoHostsFairnessTests() : FairnessTests(TwoHostsHarness.Open);

public sealed class TwoHostsSimulationTests() : SimulationTests(TwoHostsHarness.Open);

public sealed class TwoHostsMergeTests() : MergeTests(TwoHostsHarness.Open);

public sealed class TwoHostsReplayTests() : ReplayTests(TwoHostsHarness.Open);

public sealed class TwoHostsReadingTests() : ReadingTests(TwoHostsHarness.Open);

public sealed class TwoHostsErasureTests() : ErasureTests(TwoHostsHarness.Open);

public sealed class TwoHostsProductSearchTests() : ProductSearchTests(TwoHostsHarness.Open);

public sealed class TwoHostsProductIndexTests() : ProductIndexTests(TwoHostsHarness.Open);

public sealed class TwoHostsExportStoreTests() : ExportStoreTests(TwoHostsHarness.Open);

public sealed class TwoHostsCompletenessTests
{
    [Fact]
    public void Every_suite_is_run() =>
        Assert.Empty(Completeness.MissingIn(typeof(TwoHostsCompletenessTests).Assembly, test => test.Namespace == typeof(TwoHostsCompletenessTests).Namespace));
}
