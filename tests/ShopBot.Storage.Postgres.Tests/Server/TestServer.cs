using System.Collections.Concurrent;
using Npgsql;
using ShopBot.TestSupport.Servers;

[assembly: AssemblyFixture(typeof(ShopBot.Storage.Postgres.Tests.Server.TestServer))]

namespace ShopBot.Storage.Postgres.Tests.Server;

/// <summary>
/// One server for the whole test program. Databases are lent: brought up to date once, emptied between tests. A machine without PostgreSQL skips, unless <c>SHOPBOT_REQUIRE_ALL=1</c>.
/// </summary>
public sealed class TestServer : IAsyncLifetime
{
    private static readonly ConcurrentDictionary<string, ConcurrentBag<TestDatabase>> Idle = new(StringComparer.Ordinal);
    private static PostgresServer? s_server;
    private static int s_made;

    /// <summary>The server.</summary>
    public static PostgresServer Server
    {
        get
        {
            if (s_server is { } server)
                return server;
            const string reason = "PostgreSQL is not installed and SHOPBOT_TEST_POSTGRES is not set.";
            if (Environment.GetEnvironmentVariable("SHOPBOT_REQUIRE_ALL") == "1")
                Assert.Fail(reason);
            Assert.Skip(reason);
            throw new InvalidOperationException(reason);
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (PostgresServer.IsAvailable)
            s_server = await PostgresServer.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var database in Idle.Values.SelectMany(bag => bag))
        {
            database.Close();
            if (s_server is { IsOwn: false })
                database.Drop();
        }

        if (s_server is not null)
            await s_server.DisposeAsync();
    }

    /// <summary>Lends an empty database in which the script has run (or nothing).</summary>
    internal static TestDatabase Lend(string script = "")
    {
        if (Idle.GetOrAdd(script, _ => []).TryTake(out var idle))
            return idle;
        var made = Make(script);
        if (script.Length > 0)
            made.Empty();
        return made;
    }

    /// <summary>A database that goes away with the server, with what the script put into it.</summary>
    internal static TestDatabase Make(string script = "") => TestDatabase.Create($"shopbot_test_{Environment.ProcessId}_{Interlocked.Increment(ref s_made)}", script);

    /// <summary>Takes a database back.</summary>
    internal static void Return(TestDatabase database)
    {
        database.Empty();
        Idle.GetOrAdd(database.Script, _ => []).Add(database);
    }
}
