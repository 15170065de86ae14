using ShopBot.Storage.Testing;
using ShopBot.Storage.Testing.Keys;
using ShopBot.Storage.Testing.Lanes;
using ShopBot.Storage.Testing.Outbox;
using ShopBot.Storage.Testing.Reading;
using ShopBot.Storage.Testing.Search;
using ShopBot.Storage.Testing.Simulation;
using ShopBot.Storage.Testing.Stores;

namespace ShopBot.Storage.Postgres.Tests.Conformance.OneHost;

// One host on a new database.
public sealed class PostgresAppendTests() : AppendTests(PostgresHarness.Open);

public sealed class PostgresAliasTests() : AliasTests(PostgresHarness.Open);

public sealed class PostgresClaimTests() : ClaimTests(PostgresHarness.Open);

public sealed class PostgresRenewTests() : RenewTests(PostgresHarness.Open);

public sealed class PostgresCommitTests() : CommitTests(PostgresHarness.Open);

public sealed class PostgresParkTests() : ParkTests(PostgresHarness.Open);

public sealed class PostgresTimerTests() : TimerTests(PostgresHarness.Open);

public sealed class PostgresLifecycleTests() : LifecycleTests(PostgresHarness.Open);

public sealed class PostgresInterleavingTests() : InterleavingTests(PostgresHarness.Open);

public sealed class PostgresSendTests() : SendTests(PostgresHarness.Open);

public sealed class PostgresStatusTests() : StatusTests(PostgresHarness.Open);

public sealed class PostgresReconcileTests() : ReconcileTests(PostgresHarness.Open);

public sealed class PostgresRetentionTests() : RetentionTests(PostgresHarness.Open);

public sealed class PostgresStoreDirectoryTests() : StoreDirectoryTests(PostgresHarness.Open);

public sealed class PostgresCredentialTests() : CredentialTests(PostgresHarness.Open);

public sealed class PostgresTicketTests() : TicketTests(PostgresHarness.Open);

public sealed class PostgresKeyStoreTests() : KeyStoreTests(PostgresHarness.Open);

public sealed class PostgresStepTests() : StepTests(PostgresHarness.Open);

public sealed class PostgresDomainEventTests() : DomainEventTests(PostgresHarness.Open);

public sealed class PostgresFairnessTests() : FairnessTests(PostgresHarness.Open);

public sealed class PostgresSimulationTests() : SimulationTests(PostgresHarness.Open);

public sealed class PostgresMergeTests() : MergeTests(PostgresHarness.Open);

public sealed class PostgresReplayTests() : ReplayTests(PostgresHarness.Open);

public sealed class PostgresReadingTests() : ReadingTests(PostgresHarness.Open);

public sealed class PostgresErasureTests() : ErasureTests(PostgresHarness.Open);

public sealed class PostgresProductSearchTests() : ProductSearchTests(PostgresHarness.Open);

public sealed class PostgresProductIndexTests() : ProductIndexTests(PostgresHarness.Open);

public sealed class PostgresExportStoreTests() : ExportStoreTests(PostgresHarness.Open);

public sealed class PostgresCompletenessTests
{
    [Fact]
    public void Every_suite_is_run() =>
        Assert.Empty(Completeness.MissingIn(typeof(PostgresCompletenessTests).Assembly, test => test.Namespace == typeof(PostgresCompletenessTests).Namespace));
}
