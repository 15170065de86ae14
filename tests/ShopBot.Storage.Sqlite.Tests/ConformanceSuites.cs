using ShopBot.Storage.Testing;
using ShopBot.Storage.Testing.Keys;
using ShopBot.Storage.Testing.Lanes;
using ShopBot.Storage.Testing.Outbox;
using ShopBot.Storage.Testing.Reading;
using ShopBot.Storage.Testing.Search;
using ShopBot.Storage.Testing.Simulation;
using ShopBot.Storage.Testing.Stores;

namespace ShopBot.Storage.Sqlite.Tests;

public sealed class SqliteAppendTests() : AppendTests(SqliteHarness.Open);

public sealed class SqliteAliasTests() : AliasTests(SqliteHarness.Open);

public sealed class SqliteClaimTests() : ClaimTests(SqliteHarness.Open);

public sealed class SqliteRenewTests() : RenewTests(SqliteHarness.Open);

public sealed class SqliteCommitTests() : CommitTests(SqliteHarness.Open);

public sealed class SqliteParkTests() : ParkTests(SqliteHarness.Open);

public sealed class SqliteTimerTests() : TimerTests(SqliteHarness.Open);

public sealed class SqliteLifecycleTests() : LifecycleTests(SqliteHarness.Open);

public sealed class SqliteInterleavingTests() : InterleavingTests(SqliteHarness.Open);

public sealed class SqliteSendTests() : SendTests(SqliteHarness.Open);

public sealed class SqliteStatusTests() : StatusTests(SqliteHarness.Open);

public sealed class SqliteReconcileTests() : ReconcileTests(SqliteHarness.Open);

public sealed class SqliteRetentionTests() : RetentionTests(SqliteHarness.Open);

public sealed class SqliteStoreDirectoryTests() : StoreDirectoryTests(SqliteHarness.Open);

public sealed class SqliteCredentialTests() : CredentialTests(SqliteHarness.Open);

public sealed class SqliteTicketTests() : TicketTests(SqliteHarness.Open);

public sealed class SqliteKeyStoreTests() : KeyStoreTests(SqliteHarness.Open);

public sealed class SqliteStepTests() : StepTests(SqliteHarness.Open);

public sealed class SqliteDomainEventTests() : DomainEventTests(SqliteHarness.Open);

public sealed class SqliteFairnessTests() : FairnessTests(SqliteHarness.Open);

public sealed class SqliteSimulationTests() : SimulationTests(SqliteHarness.Open);

public sealed class SqliteMergeTests() : MergeTests(SqliteHarness.Open);

public sealed class SqliteReplayTests() : ReplayTests(SqliteHarness.Open);

public sealed class SqliteReadingTests() : ReadingTests(SqliteHarness.Open);

public sealed class SqliteErasureTests() : ErasureTests(SqliteHarness.Open);

public sealed class SqliteProductSearchTests() : ProductSearchTests(SqliteHarness.Open);

public sealed class SqliteProductIndexTests() : ProductIndexTests(SqliteHarness.Open);

public sealed class SqliteExportStoreTests() : ExportStoreTests(SqliteHarness.Open);

public sealed class SqliteCompletenessTests
{
    [Fact]
    public void Every_suite_is_run() => Assert.Empty(Completeness.MissingIn(typeof(SqliteCompletenessTests).Assembly, type => type.Namespace == typeof(SqliteCompletenessTests).Namespace));

    [Theory]
    [MemberData(nameof(Released))]
    public void Every_suite_is_run_on_files_of_every_version(string version) => Assert.Empty(Completeness.MissingIn(
        typeof(SqliteCompletenessTests).Assembly, type => type.Name.StartsWith($"From{version}", StringComparison.Ordinal)));

    public static TheoryData<string> Released() => [.. ReleasedSchemas.Names];
}
