using Microsoft.Extensions.DependencyInjection;
using ShopBot.TestSupport.Servers;

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

/// <summary>A database of its own on a server that the test run shares.</summary>
internal sealed class PostgresPromises : IPromiseStorage
{
    private static readonly SemaphoreSlim Gate = new(1, 1);
    private static PostgresServer? _server;
    private readonly string _connectionString;

    private PostgresPromises(string connectionString) => _connectionString = connectionString;

    public int Hosts => 2;

    public bool NeedsRestart => false;

    public static async Task<IPromiseStorage> StartAsync()
    {
        if (!PostgresServer.IsAvailable)
        {
            Assert.False(Environment.GetEnvironmentVariable("SHOPBOT_REQUIRE_ALL") == "1", "PostgreSQL is required here and is not installed.");
            Assert.Skip("PostgreSQL is not installed.");
        }

        await Gate.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            _server ??= await PostgresServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        }
        finally
        {
            Gate.Release();
        }

        return new PostgresPromises(await TestDatabases.CreateAsync(_server));
    }

    public void AddTo(IServiceCollection services) => services.AddShopBotPostgres(o => o.ConnectionString = _connectionString);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
