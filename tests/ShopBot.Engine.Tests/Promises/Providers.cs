using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ShopBot.TestSupport.Servers;

[assembly: AssemblyFixture(typeof(ShopBot.Engine.Tests.Promises.PromiseServer))]

namespace ShopBot.Engine.Tests.Promises;

public sealed class InMemoryPromiseTests() : PromiseTests(static () => Task.FromResult<IPromiseStorage>(new InMemoryPromises()));

public sealed class SqlitePromiseTests() : PromiseTests(static () => Task.FromResult<IPromiseStorage>(new SqlitePromises()));

public sealed class PostgresPromiseTests() : PromiseTests(static async () => await PostgresPromises.StartAsync());

/// <summary>One memory that both hosts share.</summary>
internal sealed class InMemoryPromises : IPromiseStorage
{
    private readonly ServiceCollection _shared = [];
    private ServiceProvider? _provider;

    public int Hosts => 2;

    public bool NeedsRestart => false;

    public void AddTo(IServiceCollection services)
    {
        if (_provider is null)
        {
            _shared.AddShopBotInMemory();
            _provider = _shared.BuildServiceProvider();
        }

        foreach (var contract in _shared.Select(service => service.ServiceType).Where(type => type.IsInterface && !type.IsGenericTypeDefinition))
            services.AddSingleton(contract, _provider.GetRequiredService(contract));
    }

    public ValueTask DisposeAsync() => _provider?.DisposeAsync() ?? ValueTask.CompletedTask;
}

/// <summary>A file: one host at a time.</summary>
internal sealed class SqlitePromises : IPromiseStorage
{
    private readonly string _folder = Directory.CreateTempSubdirectory("shopbot-promises-").FullName;

    public int Hosts => 1;

    public bool NeedsRestart => true;

    public void AddTo(IServiceCollection services) => services.AddShopBotSqlite(o => o.ConnectionString = $"Data Source={Path.Combine(_folder, "engine.db")}");

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}

/// <summary>One server for the test program. A machine without PostgreSQL skips, unless <c>SHOPBOT_REQUIRE_ALL=1</c>.</summary>
public sealed class PromiseServer : IAsyncLifetime
{
    private static PostgresServer? s_server;
    private static int s_made;

    public async ValueTask InitializeAsync()
    {
        if (PostgresServer.IsAvailable)
            s_server = await PostgresServer.StartAsync();
    }

    public ValueTask DisposeAsync() => s_server?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>Makes a database; returns its connection string.</summary>
    internal static async Task<string> NewDatabaseAsync(CancellationToken cancellationToken)
    {
        if (s_server is not { } server)
        {
            Assert.False(Environment.GetEnvironmentVariable("SHOPBOT_REQUIRE_ALL") == "1", "PostgreSQL is required here and is not installed.");
            Assert.Skip("PostgreSQL is not installed and SHOPBOT_TEST_POSTGRES is not set.");
            return "";
        }

        var name = $"promises_{Environment.ProcessId}_{Interlocked.Increment(ref s_made)}";
        await using var connection = new NpgsqlConnection($"{server.Address};Database=postgres;Pooling=false");
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand($"create database {name}", connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
        return $"{server.Address};Database={name};Maximum Pool Size=8";
    }
}

/// <summary>A database of its own, and two hosts on it.</summary>
internal sealed class PostgresPromises(string connectionString) : IPromiseStorage
{
    public int Hosts => 2;

    public bool NeedsRestart => false;

    public static async Task<IPromiseStorage> StartAsync() => new PostgresPromises(await PromiseServer.NewDatabaseAsync(TestContext.Current.CancellationToken));

    public void AddTo(IServiceCollection services) => services.AddShopBotPostgres(o => o.ConnectionString = connectionString);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
