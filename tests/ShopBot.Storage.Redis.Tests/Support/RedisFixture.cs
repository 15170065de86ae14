using ShopBot.Storage.Redis.Tests.Support;
using ShopBot.TestSupport.Servers;

[assembly: AssemblyFixture(typeof(RedisFixture))]

namespace ShopBot.Storage.Redis.Tests.Support;

/// <summary>One Redis for all tests that do not harm it; each uses a prefix of its own.</summary>
public sealed class RedisFixture : IAsyncLifetime
{
    private RedisServer? _server;

    public string ConnectionString => _server?.ConnectionString ?? "";

    public async ValueTask InitializeAsync()
    {
        if (RedisServer.IsAvailable)
            _server = await RedisServer.StartAsync();
    }

    /// <summary>Skips the test where Redis is neither installed nor given; in the full check it fails then.</summary>
    public static void Require()
    {
        if (RedisServer.IsAvailable)
            return;
        const string Reason = "Redis is not installed (/usr/bin/redis-server) and SHOPBOT_TEST_REDIS names none.";
        Assert.SkipWhen(Environment.GetEnvironmentVariable("SHOPBOT_REQUIRE_ALL") is null, Reason);
        Assert.Fail(Reason);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
    }
}
