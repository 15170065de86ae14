using Microsoft.Extensions.DependencyInjection;
using ShopBot.Storage.Postgres.Tests.Conformance;
using ShopBot.Storage.Postgres.Tests.Server;
using ShopBot.Storage.Testing;
using ShopBot.Storage.Testing.Lanes;
using ShopBot.Storage.Testing.Outbox;
using ShopBot.TestSupport.Servers;

[assembly: AssemblyFixture(typeof(ShopBot.Storage.Postgres.Tests.Pooler.TestPooler))]

namespace ShopBot.Storage.Postgres.Tests.Pooler;

// Through PgBouncer in transaction mode, three connections to the server for all: what needs a session would break here.
public sealed class PooledInterleavingTests() : InterleavingTests(PooledHarness.Open);

public sealed class PooledCommitTests() : CommitTests(PooledHarness.Open);

public sealed class PooledAliasTests() : AliasTests(PooledHarness.Open);

public sealed class PooledClaimTests() : ClaimTests(PooledHarness.Open);

public sealed class PooledMergeTests() : MergeTests(PooledHarness.Open);

public sealed class PooledStatusTests() : StatusTests(PooledHarness.Open);

/// <summary>The provider behind the pooler.</summary>
internal sealed class PooledHarness : PostgresHarness
{
    private PooledHarness()
        : base(host: database => Provider(
            $"Host=127.0.0.1;Port={TestPooler.Pooler.Port};Username=shopbot_test;Database={database.Name}",
            options => (options.ThroughPooler, options.DirectConnectionString) = (true, database.ConnectionString)))
    {
    }

    public static new StorageHarness Open() => new PooledHarness();
}

/// <summary>One pooler for the test program; started only where it and an own server are there.</summary>
public sealed class TestPooler : IAsyncLifetime
{
    private static readonly Lock Starting = new();
    private static PgBouncer? s_pooler;

    public static PgBouncer Pooler
    {
        get
        {
            var server = TestServer.Server;
            Assert.SkipUnless(server.IsOwn, "PgBouncer is tested before a server of this test program only.");
            if (!PgBouncer.IsAvailable && Environment.GetEnvironmentVariable("SHOPBOT_REQUIRE_ALL") == "1")
                Assert.Fail("PgBouncer is not installed. SHOPBOT_REQUIRE_ALL=1 asks for it.");
            Assert.SkipUnless(PgBouncer.IsAvailable, "PgBouncer is not installed.");
            lock (Starting)
                return s_pooler ??= Task.Run(() => PgBouncer.StartAsync(server)).GetAwaiter().GetResult();
        }
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (s_pooler is not null)
            await s_pooler.DisposeAsync();
    }
}
